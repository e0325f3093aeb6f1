package dev.escapement.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that omits carriage returns, so that lines end with a line feed on all systems. */
final class LineFeedStream extends FilterOutputStream {

    LineFeedStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        if (b != '\r') {
            out.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int begin = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\r') {
                out.write(bytes, begin, i - begin);
                begin = i + 1;
            }
        }
        out.write(bytes, begin, offset + length - begin);
    }
}
