package dev.escapement.openai;

import dev.escapement.content.Content;
import dev.escapement.content.ContentException;
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
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The files of a request. The JSON text of the request contains a marker for each file. The bytes of the request are
 * created from it with one file at a time, so that the memory contains each file at most twice.
 */
final class RequestFiles {

    /** The beginning of a marker in JSON text. The character U+0000 does not occur in base64 and rarely in text. */
    private static final String MARKER = "\\u0000file:";

    private static final String BEGINNING = "\u0000file:";
    private static final char END = ';';
    private static final int HASH_LENGTH = 64;
    private static final int GROUP = 3;
    private static final int ENCODED_GROUP = 4;

    private final ContentStore store;
    private final ModelInfo model;
    private final Map<String, Content.File> files = new LinkedHashMap<>();

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
        files.put(file.sha256(), file);
        return BEGINNING + file.sha256() + END;
    }

    /** Returns a URL that contains a file. */
    String dataUrl(Content.File file) {
        return "data:" + file.mediaType() + ";base64," + base64(file);
    }

    /** Returns the text of a file after its name. Bytes that are not UTF-8 become U+FFFD. */
    String text(Content.File file) {
        String text = new String(read(file), StandardCharsets.UTF_8);
        return file.name().isEmpty() ? text : file.name() + ":\n" + text;
    }

    private byte[] read(Content.File file) {
        try {
            return store.read(file);
        } catch (ContentException missing) {
            throw new RequestRejectedException(
                    model,
                    "A file of the conversation cannot be read: " + missing.getMessage(),
                    0,
                    "unreadable_file",
                    missing);
        }
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
            at = end(marker);
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
            at = end(marker);
        }
        length += utf8Length(json, at, json.length());
        if (length > Integer.MAX_VALUE - Long.BYTES) {
            throw new RequestRejectedException(
                    model,
                    "The files of the conversation have more than 2 GB. Remove some of them.",
                    0,
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

    /** Returns the position of the next marker of a known file, or a negative number. */
    private int next(String json, int from) {
        int at = json.indexOf(MARKER, from);
        while (at >= 0 && !isMarker(json, at)) {
            at = json.indexOf(MARKER, at + 1);
        }
        return at;
    }

    private boolean isMarker(String json, int at) {
        int hash = at + MARKER.length();
        return json.length() > hash + HASH_LENGTH
                && json.charAt(hash + HASH_LENGTH) == END
                && files.containsKey(json.substring(hash, hash + HASH_LENGTH));
    }

    private Content.File file(String json, int marker) {
        int hash = marker + MARKER.length();
        return Objects.requireNonNull(files.get(json.substring(hash, hash + HASH_LENGTH)));
    }

    private static int end(int marker) {
        return marker + MARKER.length() + HASH_LENGTH + 1;
    }

    private static void text(String json, int start, int end, ByteBuffer out) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        encoder.encode(CharBuffer.wrap(json, start, end), out, true);
        encoder.flush(out);
    }

    private void base64(Content.File file, ByteBuffer out) {
        byte[] bytes = read(file);
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
