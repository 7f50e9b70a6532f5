/**
 * The port of the server. Everything a network or a killed process does to a client is done here, to the sockets: the
 * service behind it knows nothing of it. It tells HTTP/2, which is gRPC, from plain HTTP, as the real server's one port does.
 */
import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

export interface Tls {
  readonly certificate: string;
  readonly key: string;
}

export class Front {
  readonly port: number;
  private readonly server: Server;
  private readonly sockets: Set<Socket>;
  private readonly network: { isBlackHole: boolean };

  private constructor(server: Server, sockets: Set<Socket>, network: { isBlackHole: boolean }) {
    this.server = server;
    this.sockets = sockets;
    this.network = network;
    this.port = (server.address() as AddressInfo).port;
  }

  static async open(port: number, grpcPort: number, http: RequestListener, tls: Tls | undefined): Promise<Front> {
    const sockets = new Set<Socket>();
    const plain = createHttpServer(http);
    const network = { isBlackHole: false };
    const serve = (socket: Socket): void => {
      if (network.isBlackHole) return;
      socket.on('error', () => {});
      const first = (data: Buffer): void => {
        socket.pause();
        socket.unshift(data);
        if (!data.toString('latin1').startsWith('PRI ')) {
          plain.emit('connection', socket);
          socket.resume();
          return;
        }
        const behind = connect(grpcPort, '127.0.0.1').setNoDelay();
        behind.on('error', () => socket.destroy());
        socket.on('close', () => behind.destroy());
        behind.on('close', () => socket.destroy());
        sockets.add(behind);
        behind.on('close', () => sockets.delete(behind));
        socket.pipe(behind).pipe(socket);
      };
      socket.once('data', first);
    };
    const server =
      tls === undefined
        ? createServer(serve)
        : createTlsServer({ cert: tls.certificate, key: tls.key, ALPNProtocols: ['h2', 'http/1.1'] }, serve);
    server.on('connection', (socket: Socket) => {
      sockets.add(socket.setNoDelay());
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    });
    server.on('tlsClientError', () => {});
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new Front(server, sockets, network);
  }

  /** Nothing passes any more, in either direction, and nobody is told. */
  blackHole(): void {
    this.network.isBlackHole = true;
    for (const socket of this.sockets) {
      socket.unpipe();
      socket.pause();
    }
  }

  /** What connects from now on is served again; what was swallowed stays so. */
  endBlackHole(): void {
    this.network.isBlackHole = false;
  }

  /** As the system does for a process that was killed. */
  async kill(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
