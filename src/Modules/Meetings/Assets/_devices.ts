// Camera and microphone: what this browser has, what it lets us use, and how loud one is.

export type Trouble = "denied" | "missing" | "busy" | "insecure" | "only-sound" | "only-picture";

export interface Choice {
    /** Empty for whichever the browser takes; null for none. */
    readonly camera: string | null;
    readonly microphone: string | null;
}

export class Devices {
    camera: MediaStreamTrack | null = null;
    microphone: MediaStreamTrack | null = null;
    private ear: { readonly context: AudioContext; readonly analyser: AnalyserNode; readonly samples: Float32Array<ArrayBuffer> } | null = null;

    /** Takes both if it can, else one of them. */
    async open(choice: Choice): Promise<Trouble | null> {
        this.close();
        if (!("mediaDevices" in navigator)) return "insecure";
        const video = choice.camera === null ? false : { deviceId: choice.camera, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 24, max: 30 } };
        const audio = choice.microphone === null ? false : { deviceId: choice.microphone, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
        if (!video && !audio) return null;

        const both = await take({ video, audio });
        if (both instanceof MediaStream) return this.keep(both), null;
        if (!video || !audio || both === "denied") return both;

        const sound = await take({ audio });
        if (sound instanceof MediaStream) return this.keep(sound), "only-sound";
        const picture = await take({ video });
        if (picture instanceof MediaStream) return this.keep(picture), "only-picture";
        return both;
    }

    /** The camera's light goes out. */
    closeCamera() {
        this.camera?.stop();
        this.camera = null;
    }

    close() {
        this.closeCamera();
        this.microphone?.stop();
        this.microphone = null;
        void this.ear?.context.close();
        this.ear = null;
    }

    /** From 0 to about 0.5. */
    get level() {
        if (!this.ear) return 0;
        if (this.ear.context.state === "suspended") void this.ear.context.resume();
        this.ear.analyser.getFloatTimeDomainData(this.ear.samples);
        return Math.sqrt(this.ear.samples.reduce((sum, sample) => sum + sample * sample, 0) / this.ear.samples.length);
    }

    private keep(stream: MediaStream) {
        [this.camera = null] = stream.getVideoTracks();
        [this.microphone = null] = stream.getAudioTracks();
        if (!this.microphone) return;
        const context = new AudioContext();
        const analyser = context.createAnalyser();
        context.createMediaStreamSource(new MediaStream([this.microphone])).connect(analyser);
        this.ear = { context, analyser, samples: new Float32Array(new ArrayBuffer(4 * analyser.fftSize)) };
    }
}

async function take(what: MediaStreamConstraints): Promise<MediaStream | Trouble> {
    try {
        return await navigator.mediaDevices.getUserMedia(what);
    } catch (failure) {
        const name = failure instanceof DOMException ? failure.name : "";
        return name === "NotAllowedError" || name === "SecurityError" ? "denied" : name === "NotReadableError" || name === "AbortError" ? "busy" : "missing";
    }
}
