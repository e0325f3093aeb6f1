package dev.escapement.server.threads;

import dev.escapement.server.body.QuestionPageBodyCodec;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;

/** Views of the threads of a {@link ReleaseDesk}. */
final class ReleaseDesks {
    private ReleaseDesks() {}

    /** Returns the JSON of a decision about call {@code c1} with the hash that the thread recorded. */
    static String decision(String type, AgentThread thread, String more) {
        return decision(type, "c1", sha256(thread, "c1"), more);
    }

    /** Returns the JSON of a decision about a call; the further properties begin with a comma. */
    static String decision(String type, String callId, String sha256, String more) {
        return "{\"type\":\"" + type + "\",\"callId\":\"" + callId + "\",\"argumentsSha256\":\"" + sha256 + "\"" + more
                + "}";
    }

    /** Returns the hash to which the approval of a call is bound. */
    static String sha256(AgentThread thread, String callId) {
        return thread.openCall(callId).orElseThrow().asked().argumentsSha256();
    }

    /** Returns the hash that the API shows with the first question of a thread. */
    static String sha256(ReleaseDesk desk, String person, String id) {
        return desk.get(person, "/api/threads/" + id + "/questions")
                .body(200, QuestionPageBodyCodec.INSTANCE)
                .questions()
                .get(0)
                .argumentsSha256();
    }

    /** Returns the newest event of a thread. */
    static Event last(ReleaseDesk desk, String id) {
        return desk.store.load(id).orElseThrow().last();
    }
}
