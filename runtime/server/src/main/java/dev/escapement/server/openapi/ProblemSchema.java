package dev.escapement.server.openapi;

/** The schema of {@link dev.escapement.server.body.ProblemBody}. */
final class ProblemSchema {
    /** The schema as JSON text. */
    static final String JSON = """
            {"type":"object","properties":{"type":{"type":"string"},"title":{"type":"string"},\
            "status":{"type":"integer","minimum":400,"maximum":599},"detail":{"type":"string"},\
            "violations":{"type":"array","minItems":1,"items":{"type":"object","properties":{\
            "path":{"type":"string"},"expected":{"type":"string"},"actual":{"type":"string"}},\
            "required":["path","expected","actual"],"additionalProperties":false}}},\
            "required":["type","title","status","detail"],"additionalProperties":false}""";

    private ProblemSchema() {}
}
