import { connect, type Socket } from "node:net";

/** A rectangle of the screen, in pixels. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Pixels {
  width: number;
  height: number;
  /** Four bytes a pixel: blue, green, red, unused. */
  data: Buffer;
}

const replyHeader = 32;
const focusIn = 9;
const focusOut = 10;

/** X counts in fours of bytes. */
const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** Just enough of the X protocol to own a window and to read the screen, so that no further package is needed. */
export class XServer {
  private buffer = Buffer.alloc(0);
  private readonly replies: { resolve(reply: Buffer): void; reject(error: Error): void }[] = [];
  private readonly focusListeners = new Set<(window: number, focused: boolean) => void>();
  private nextResource = 0;

  private constructor(
    private readonly socket: Socket,
    private readonly base: number,
    readonly root: number,
    readonly width: number,
    readonly height: number,
  ) {
    socket.on("data", (chunk: Buffer) => {
      this.buffer = Buffer.concat([this.buffer, chunk]);
      this.drain();
    });
    socket.on("error", () => this.fail());
    socket.on("close", () => this.fail());
  }

  static async connect(display: string): Promise<XServer> {
    const socket = connect(`/tmp/.X11-unix/X${display.replace(":", "")}`);
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    const hello = Buffer.alloc(12);
    hello.write("l", 0);
    hello.writeUInt16LE(11, 2);
    socket.write(hello);
    const setup = await new Promise<Buffer>((resolve, reject) => {
      let read = Buffer.alloc(0);
      const more = (chunk: Buffer): void => {
        read = Buffer.concat([read, chunk]);
        if (read.length < 8 || read.length < 8 + read.readUInt16LE(6) * 4) return;
        socket.off("data", more);
        if (read[0] === 1) resolve(read);
        else reject(new Error(`X server ${display} refused the connection`));
      };
      socket.on("data", more);
      socket.once("error", reject);
    });
    const vendor = padded(setup.readUInt16LE(24));
    const screen = 40 + vendor + (setup[29] ?? 0) * 8;
    return new XServer(
      socket,
      setup.readUInt32LE(12),
      setup.readUInt32LE(screen),
      setup.readUInt16LE(screen + 20),
      setup.readUInt16LE(screen + 22),
    );
  }

  /** A plain visible window. The window manager decides whether it gets the focus. */
  createWindow(title: string, area: Area): number {
    const id = this.base + this.nextResource++;
    const create = Buffer.alloc(40);
    create.writeUInt8(1, 0);
    create.writeUInt16LE(10, 2);
    create.writeUInt32LE(id, 4);
    create.writeUInt32LE(this.root, 8);
    create.writeInt16LE(area.x, 12);
    create.writeInt16LE(area.y, 14);
    create.writeUInt16LE(area.width, 16);
    create.writeUInt16LE(area.height, 18);
    create.writeUInt16LE(1, 22);
    create.writeUInt32LE(0x0802, 28); // background pixel and event mask
    create.writeUInt32LE(0x336699, 32);
    create.writeUInt32LE(0x200000, 36); // focus changes
    const text = Buffer.from(title, "latin1");
    const name = Buffer.alloc(24 + padded(text.length));
    name.writeUInt8(18, 0);
    name.writeUInt16LE(name.length / 4, 2);
    name.writeUInt32LE(id, 4);
    name.writeUInt32LE(39, 8); // WM_NAME
    name.writeUInt32LE(31, 12); // STRING
    name.writeUInt8(8, 16);
    name.writeUInt32LE(text.length, 20);
    text.copy(name, 24);
    this.socket.write(Buffer.concat([create, name, this.windowRequest(8, id)]));
    return id;
  }

  destroyWindow(id: number): void {
    this.socket.write(this.windowRequest(4, id));
  }

  /** An atom by its name. */
  async atom(name: string): Promise<number> {
    const request = Buffer.alloc(8 + padded(name.length));
    request.writeUInt8(16, 0);
    request.writeUInt16LE(request.length / 4, 2);
    request.writeUInt16LE(name.length, 4);
    request.write(name, 8, "latin1");
    return (await this.ask(request)).readUInt32LE(8);
  }

  /** Gives the root window a property that is a list of atoms. */
  setRootAtoms(property: number, atoms: readonly number[]): void {
    const request = Buffer.alloc(24 + 4 * atoms.length);
    request.writeUInt8(18, 0);
    request.writeUInt16LE(request.length / 4, 2);
    request.writeUInt32LE(this.root, 4);
    request.writeUInt32LE(property, 8);
    request.writeUInt32LE(4, 12); // ATOM
    request.writeUInt8(32, 16);
    request.writeUInt32LE(atoms.length, 20);
    atoms.forEach((atom, i) => {
      request.writeUInt32LE(atom, 24 + 4 * i);
    });
    this.socket.write(request);
  }

  deleteRootProperty(property: number): void {
    const request = Buffer.alloc(12);
    request.writeUInt8(19, 0);
    request.writeUInt16LE(3, 2);
    request.writeUInt32LE(this.root, 4);
    request.writeUInt32LE(property, 8);
    this.socket.write(request);
  }

  onFocus(listener: (window: number, focused: boolean) => void): () => void {
    this.focusListeners.add(listener);
    return () => this.focusListeners.delete(listener);
  }

  async pixels(area: Area = { x: 0, y: 0, width: this.width, height: this.height }): Promise<Pixels> {
    const request = Buffer.alloc(20);
    request.writeUInt8(73, 0);
    request.writeUInt8(2, 1);
    request.writeUInt16LE(5, 2);
    request.writeUInt32LE(this.root, 4);
    request.writeInt16LE(area.x, 8);
    request.writeInt16LE(area.y, 10);
    request.writeUInt16LE(area.width, 12);
    request.writeUInt16LE(area.height, 14);
    request.writeUInt32LE(0xffffffff, 16);
    const reply = await this.ask(request);
    return {
      width: area.width,
      height: area.height,
      data: reply.subarray(replyHeader, replyHeader + area.width * area.height * 4),
    };
  }

  close(): void {
    this.socket.destroy();
  }

  private ask(request: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.replies.push({ resolve, reject });
      this.socket.write(request);
    });
  }

  private windowRequest(opcode: number, id: number): Buffer {
    const request = Buffer.alloc(8);
    request.writeUInt8(opcode, 0);
    request.writeUInt16LE(2, 2);
    request.writeUInt32LE(id, 4);
    return request;
  }

  private drain(): void {
    while (this.buffer.length >= replyHeader) {
      const kind = (this.buffer[0] ?? 0) & 0x7f;
      const length = kind === 1 ? replyHeader + this.buffer.readUInt32LE(4) * 4 : replyHeader;
      if (this.buffer.length < length) return;
      const message = this.buffer.subarray(0, length);
      this.buffer = this.buffer.subarray(length);
      if (kind === 1) this.replies.shift()?.resolve(message);
      else if (kind === 0) this.replies.shift()?.reject(new Error(`X error ${message[1]}`));
      else if (kind === focusIn || kind === focusOut) {
        const window = message.readUInt32LE(4);
        for (const listener of this.focusListeners) listener(window, kind === focusIn);
      }
    }
  }

  private fail(): void {
    for (const reply of this.replies.splice(0)) reply.reject(new Error("the X server is gone"));
  }
}
