package dev.escapement.engine;

import dev.escapement.internal.hash.Sha256;
import java.nio.charset.StandardCharsets;

/** The ids of child threads, which are functions of the parent thread and the call, so that a child is never created twice. */
final class ChildIds {

    private static final int HASH_LENGTH = 16;

    private ChildIds() {}

    /** Returns the id of the child thread of a call. */
    static String of(String threadId, String callId) {
        byte[] text = (threadId + "\n" + callId).getBytes(StandardCharsets.UTF_8);
        return threadId + "~" + Sha256.hex(text).substring(0, HASH_LENGTH);
    }
}
