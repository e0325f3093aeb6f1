package dev.escapement.http.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** A play that sends a body of one gigabyte, and counts the bytes sent before the client disconnects. */
final class GigabyteBody implements LoopbackServer.Play {

    static final long BYTES = 1 << 30;

    private final CompletableFuture<Long> sent = new CompletableFuture<>();

    CompletableFuture<Long> sent() {
        return sent;
    }

    @Override
    public void perform(Socket client, OutputStream out) throws IOException {
        byte[] piece = new byte[1 << 16];
        Arrays.fill(piece, (byte) '1');
        long count = 0;
        try {
            while (count < BYTES) {
                out.write(piece);
                count += piece.length;
            }
        } finally {
            sent.complete(count);
        }
    }
}
