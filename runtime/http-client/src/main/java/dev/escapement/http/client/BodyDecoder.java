package dev.escapement.http.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A decoder of a response body that may be compressed with gzip or deflate. The first bytes determine the compression,
 * because some servers compress without a header, and others send the header without compression. Decodes on demand, so
 * that a small body that expands to gigabytes does not fill the memory. Must be closed.
 */
final class BodyDecoder implements AutoCloseable {

    private enum State {
        UNDECIDED,
        PLAIN,
        HEADER,
        DATA,
        TRAILER,
        ENDED
    }

    private static final int PIECE_BYTES = 1 << 16;
    private static final int MAX_HEADER_BYTES = 1 << 16;
    private static final int TRAILER_BYTES = 8;
    private static final int GZIP_HEADER_BYTES = 10;
    private static final int FIRST_GZIP_BYTE = 0x1f;
    private static final int SECOND_GZIP_BYTE = 0x8b;

    private final boolean isDeflate;
    private State state = State.UNDECIDED;
    private byte[] input = {};
    private @Nullable Inflater inflater;

    /**
     * Creates a decoder of one body.
     *
     * @param encoding the content encoding in lower case
     */
    BodyDecoder(String encoding) {
        this.isDeflate = encoding.equals("deflate");
    }

    /** Adds the next bytes of the body. */
    void feed(ByteBuffer bytes) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(input);
        byte[] more = new byte[bytes.remaining()];
        bytes.get(more);
        joined.writeBytes(more);
        input = joined.toByteArray();
    }

    /**
     * Returns the next decoded bytes.
     *
     * @param isWhole whether the body has ended
     * @return one or more bytes; null if more input is required
     * @throws MalformedReplyException if the compressed data is damaged
     */
    @Nullable
    ByteBuffer poll(boolean isWhole) {
        while (true) {
            State before = state;
            ByteBuffer decoded = switch (before) {
                case UNDECIDED -> decide(isWhole);
                case PLAIN -> take();
                case HEADER -> skipHeader();
                case DATA -> inflate();
                case TRAILER -> skipTrailer();
                case ENDED -> ignore();
            };
            if (decoded != null || state == before) {
                return decoded;
            }
        }
    }

    private @Nullable ByteBuffer decide(boolean isWhole) {
        if (input.length >= 2 || isWhole) {
            state = decide();
        }
        return null;
    }

    private @Nullable ByteBuffer skipHeader() {
        int length = headerLength();
        if (length >= 0) {
            skip(length);
            begin(new Inflater(true));
        }
        return null;
    }

    private @Nullable ByteBuffer skipTrailer() {
        if (input.length > TRAILER_BYTES) {
            skip(TRAILER_BYTES);
            state = (input[0] & 0xff) == FIRST_GZIP_BYTE ? State.HEADER : State.ENDED;
        }
        return null;
    }

    private @Nullable ByteBuffer ignore() {
        input = new byte[0];
        return null;
    }

    private State decide() {
        if (input.length < 2) {
            return State.PLAIN;
        }
        int first = input[0] & 0xff;
        int second = input[1] & 0xff;
        if (first == FIRST_GZIP_BYTE && second == SECOND_GZIP_BYTE) {
            return State.HEADER;
        }
        boolean isZlib = (first & 0x0f) == 8 && (first << 8 | second) % 31 == 0;
        if (isZlib && (isDeflate || second < ' ' || second > '~')) {
            begin(new Inflater());
        } else if (isDeflate && !isText(first, second)) {
            begin(new Inflater(true));
        }
        return inflater == null ? State.PLAIN : State.DATA;
    }

    /** Returns whether a body with these first bytes is JSON, HTML or an event stream. */
    private static boolean isText(int first, int second) {
        String both = String.valueOf(new char[] {(char) first, (char) second});
        return first <= ' '
                || "{[<:\u00ef".indexOf(first) >= 0
                || List.of("da", "ev", "er", "re", "id").contains(both);
    }

    private void begin(Inflater begun) {
        close();
        inflater = begun;
        state = State.DATA;
    }

    private @Nullable ByteBuffer take() {
        if (input.length == 0) {
            return null;
        }
        ByteBuffer all = ByteBuffer.wrap(input);
        input = new byte[0];
        return all;
    }

    private @Nullable ByteBuffer inflate() {
        Inflater current = Objects.requireNonNull(inflater);
        byte[] decoded = new byte[PIECE_BYTES];
        try {
            current.setInput(input);
            int length = current.inflate(decoded);
            input = Arrays.copyOfRange(input, input.length - current.getRemaining(), input.length);
            if (length > 0) {
                return ByteBuffer.wrap(decoded, 0, length);
            }
            if (current.needsDictionary()) {
                throw damaged();
            }
            state = current.finished() ? State.TRAILER : State.DATA;
            return null;
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    private static MalformedReplyException damaged() {
        return new MalformedReplyException("body", "compressed data", "damaged data");
    }

    /** Returns the length of the gzip header; -1 if it is incomplete. */
    private int headerLength() {
        if (input.length > MAX_HEADER_BYTES) {
            throw damaged();
        }
        if (input.length < GZIP_HEADER_BYTES) {
            return -1;
        }
        int flags = input[3];
        int at = GZIP_HEADER_BYTES;
        if ((flags & 4) != 0) { // extra field
            if (input.length < at + 2) {
                return -1;
            }
            at += 2 + (input[at] & 0xff) + ((input[at + 1] & 0xff) << 8);
        }
        for (int flag : new int[] {8, 16}) { // file name, comment
            if ((flags & flag) != 0) {
                while (at < input.length && input[at] != 0) {
                    at++;
                }
                at++;
            }
        }
        at += (flags & 2) != 0 ? 2 : 0; // checksum of the header
        return at <= input.length ? at : -1;
    }

    private void skip(int bytes) {
        input = Arrays.copyOfRange(input, bytes, input.length);
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
            inflater = null;
        }
    }
}
