package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.complete;
import static dev.escapement.clients.RequestChecks.answerOf;
import static dev.escapement.clients.RequestChecks.idsUpTo;
import static dev.escapement.clients.RequestChecks.noBlankText;

import java.util.List;

/** Conversations that began elsewhere, which each provider must accept. */
final class ForeignMessageCases {

    private ForeignMessageCases() {}

    static List<CaseSpec> all() {
        return List.of(
                complete("chat-whole-blank-answer", "ok")
                        .conversation(RequestChecks.conversation("", "a1", " ", true))
                        .request(1, answerOf("a1")),
                complete("chat-whole-long-foreign-id", "ok")
                        .conversation(RequestChecks.conversation(
                                "",
                                "call_0123456789012345678901234567890123456789012345678901234567890123456789",
                                "18",
                                false))
                        .request(1, idsUpTo(40)),
                complete("resp-whole-long-foreign-id", "ok")
                        .conversation(RequestChecks.conversation(
                                "",
                                "call_0123456789012345678901234567890123456789012345678901234567890123456789",
                                "18",
                                false))
                        .request(1, idsUpTo(64)),
                complete("anth-whole-foreign-id", "ok")
                        .conversation(RequestChecks.conversation("", "functions.get_weather:0", "18", false))
                        .request(1, idsUpTo(64)),
                complete("anth-whole-blank-text", "ok")
                        .conversation(RequestChecks.conversation("  ", "a1", "18", false))
                        .request(1, noBlankText()),
                complete("anth-whole-blank-answer", "ok")
                        .conversation(RequestChecks.conversation("", "a1", " ", false))
                        .request(1, noBlankText()),
                complete("chat-whole-blank-text", "ok")
                        .conversation(RequestChecks.conversation("  ", "a1", "18", false))
                        .request(1, noBlankText()),
                complete("gemini-whole-blank-text", "ok")
                        .conversation(RequestChecks.conversation("  ", "a1", "18", false))
                        .request(1, noBlankText()),
                complete("gemini-whole-blank-answer", "ok")
                        .conversation(RequestChecks.conversation("", "a1", " ", true))
                        .request(1, noBlankText()));
    }
}
