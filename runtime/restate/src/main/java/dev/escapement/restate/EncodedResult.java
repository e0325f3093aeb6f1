package dev.escapement.restate;

import dev.escapement.json.JsonCodec;
import dev.restate.common.Slice;

/**
 * The result of an action with its form in the journal. It is encoded once, so that the check of its size does not encode
 * it again.
 *
 * @param value the result
 * @param json its JSON in UTF-8
 */
record EncodedResult<T>(T value, Slice json) {

    /**
     * Encodes a result.
     *
     * @throws IllegalArgumentException if the result cannot be written
     */
    static <T> EncodedResult<T> of(JsonCodec<T> codec, T value) {
        return new EncodedResult<>(value, Slice.wrap(codec.encode(value)));
    }

    /** Returns the size of the form in bytes. */
    int size() {
        return json.readableBytes();
    }

    /** Returns whether an entry of the journal has the form of this result. */
    boolean isStoredAs(Slice entry) {
        return entry.asReadOnlyByteBuffer().equals(json.asReadOnlyByteBuffer());
    }
}
