// HEIC, as iPhones write it, becomes JPEG in the sender's browser where that can open it (Safari; others with the system's codec). The site keeps
// JPEG and PNG only: what every dentist's computer opens.

export function isHeic(file: File) {
    return /^image\/hei[cf]/.test(file.type) || /\.(heic|heif)$/i.test(file.name);
}

/** The same picture as JPEG, upright; null where this browser cannot open it. */
export async function jpegOf(file: File): Promise<File | null> {
    const picture = await createImageBitmap(file).catch(() => null);
    if (!picture) return null;
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.width, picture.height];
    canvas.getContext("2d")!.drawImage(picture, 0, 0);
    picture.close();
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, "image/jpeg", 0.92));
    return blob && new File([blob], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg", lastModified: file.lastModified });
}
