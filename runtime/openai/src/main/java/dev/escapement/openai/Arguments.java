package dev.escapement.openai;

import dev.escapement.wire.Json;

/** The arguments of a call as its model wrote them. */
final class Arguments {

    private Arguments() {}

    /** Text by the protocols; Mistral and others also send the value itself, and nothing for a tool without parameters. */
    static String verbatim(Json arguments) {
        if (arguments.isAbsent()) {
            return "";
        }
        return arguments.isText() ? arguments.text() : arguments.raw();
    }
}
