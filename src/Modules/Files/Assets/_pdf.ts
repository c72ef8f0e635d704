/** A JPEG with its size in pixels. */
export interface PageJpeg {
    readonly jpeg: Uint8Array;
    readonly width: number;
    readonly height: number;
}

/** A4 in points, of which an inch has 72. */
const a4 = { narrow: 595.28, wide: 841.89 };

/** One PDF of several pages (ISO 32000-1): each a JPEG as it is, as large as an A4 sheet holds it, upright or lying as the picture is. */
export function pdfOf(pages: readonly PageJpeg[]): Uint8Array<ArrayBuffer> {
    const pieces: Uint8Array[] = [], starts: number[] = [];
    let length = 0;
    const write = (piece: string | Uint8Array) => {
        const bytes = typeof piece === "string" ? Uint8Array.from(piece, letter => letter.charCodeAt(0)) : piece;
        pieces.push(bytes);
        length += bytes.length;
    };
    const begin = (text: string) => {
        starts.push(length);
        write(`${starts.length} 0 obj\n${text}`);
    };

    // The second line tells those who carry files about that this one is not text.
    write("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n");
    begin("<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
    begin(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${3 + 3 * at} 0 R`).join(" ")}] >>\nendobj\n`);
    for (const [at, { jpeg, width, height }] of pages.entries()) {
        const [w, h] = width > height ? [a4.wide, a4.narrow] : [a4.narrow, a4.wide], scale = Math.min(w / width, h / height);
        const [across, down] = [width * scale, height * scale];
        const drawn = `q ${across.toFixed(2)} 0 0 ${down.toFixed(2)} ${((w - across) / 2).toFixed(2)} ${((h - down) / 2).toFixed(2)} cm /P Do Q`;
        begin(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${4 + 3 * at} 0 R /Resources << /XObject << /P ${5 + 3 * at} 0 R >> >> >>\nendobj\n`);
        begin(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream\nendobj\n`);
        begin(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`);
        write(jpeg);
        write("\nendstream\nendobj\n");
    }

    const table = length;
    write(`xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${starts.map(start => `${String(start).padStart(10, "0")} 00000 n \n`).join("")}`);
    write(`trailer\n<< /Size ${starts.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);

    const pdf = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) {
        pdf.set(piece, at);
        at += piece.length;
    }

    return pdf;
}
