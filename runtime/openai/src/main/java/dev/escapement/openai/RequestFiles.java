package dev.escapement.openai;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.RequestRejectedException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * The files of a request. The JSON text of the request contains a marker for each file. The bytes of the request are
 * created from it with one file at a time, so that the memory contains each file at most twice. Markers contain a random
 * value, so that the texts of the conversation cannot contain them.
 */
final class RequestFiles {

    private static final String BEGINNING = "file:";
    private static final char END = ';';
    private static final int CONTENT_TOO_LARGE = 413;
    private static final int GROUP = 3;
    private static final int ENCODED_GROUP = 4;
    private static final int RADIX = 10;

    private final ContentStore store;
    private final ModelInfo model;
    private final List<Content.File> files = new ArrayList<>();
    private String beginning = "";

    /**
     * Creates an empty list of files.
     *
     * @param model the model, for exceptions
     */
    RequestFiles(ContentStore store, ModelInfo model) {
        this.store = store;
        this.model = model;
    }

    /** Adds a file and returns the marker that represents its bytes in base64 within a string of the request. */
    String base64(Content.File file) {
        if (beginning.isEmpty()) {
            beginning = BEGINNING + UUID.randomUUID() + ':';
        }
        files.add(file);
        return beginning + (files.size() - 1) + END;
    }

    /** Returns a URL that contains a file. */
    String dataUrl(Content.File file) {
        return "data:" + file.mediaType() + ";base64," + base64(file);
    }

    /** Returns the text of a file after its name. Bytes that are not UTF-8 become U+FFFD. */
    String text(Content.File file) {
        String text = new String(store.read(file), StandardCharsets.UTF_8);
        return file.name().isEmpty() ? text : file.name() + ":\n" + text;
    }

    /** Returns the bytes of a request in UTF-8, with the files in place of their markers. */
    byte[] bytes(String json) {
        if (files.isEmpty()) {
            return json.getBytes(StandardCharsets.UTF_8);
        }
        ByteBuffer out = ByteBuffer.allocate(length(json));
        int at = 0;
        for (int marker = next(json, 0); marker >= 0; marker = next(json, at)) {
            text(json, at, marker, out);
            base64(file(json, marker), out);
            at = end(json, marker);
        }
        text(json, at, json.length(), out);
        return out.array();
    }

    private int length(String json) {
        long length = 0;
        int at = 0;
        for (int marker = next(json, 0); marker >= 0; marker = next(json, at)) {
            length += utf8Length(json, at, marker)
                    + encodedLength(file(json, marker).size());
            at = end(json, marker);
        }
        length += utf8Length(json, at, json.length());
        if (length > Integer.MAX_VALUE - Long.BYTES) {
            throw new RequestRejectedException(
                    model,
                    "The files of the conversation have more than 2 GB. Remove some of them.",
                    CONTENT_TOO_LARGE,
                    "request_too_large");
        }
        return (int) length;
    }

    private static long encodedLength(long size) {
        return (size + GROUP - 1) / GROUP * ENCODED_GROUP;
    }

    private static long utf8Length(String text, int start, int end) {
        long length = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3; // a pair has 4 bytes
        }
        return length;
    }

    /** Returns the position of the next marker, or a negative number. */
    private int next(String json, int from) {
        return json.indexOf(beginning, from);
    }

    private Content.File file(String json, int marker) {
        return files.get(Integer.parseInt(json, marker + beginning.length(), json.indexOf(END, marker), RADIX));
    }

    private static int end(String json, int marker) {
        return json.indexOf(END, marker) + 1;
    }

    private static void text(String json, int start, int end, ByteBuffer out) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        encoder.encode(CharBuffer.wrap(json, start, end), out, true);
        encoder.flush(out);
    }

    private void base64(Content.File file, ByteBuffer out) {
        byte[] bytes = store.read(file);
        try (OutputStream encoder = Base64.getEncoder().wrap(new BufferStream(out))) {
            encoder.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A stream that writes to a buffer. */
    private static final class BufferStream extends OutputStream {

        private final ByteBuffer out;

        BufferStream(ByteBuffer out) {
            this.out = out;
        }

        @Override
        public void write(int value) {
            out.put((byte) value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            out.put(bytes, offset, length);
        }
    }
}
