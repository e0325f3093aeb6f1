package dev.escapement.server.threads;

import dev.escapement.server.http.BodySchema;
import java.util.Optional;

/** The schemas of the bodies of these endpoints. */
final class ApiSchemas {
    static final BodySchema THREAD_ENTRY = schema("ThreadEntry");
    static final BodySchema THREAD_PAGE = schema("ThreadPage");
    static final BodySchema THREAD_COUNT = schema("ThreadCount");
    static final BodySchema THREAD = schema("Thread");
    static final BodySchema EVENT_PAGE = schema("EventPage");
    static final BodySchema QUESTION_PAGE = schema("QuestionPage");
    static final BodySchema START = schema("Start");
    static final BodySchema FORK = schema("Fork");
    static final BodySchema DECISION = schema("Decision");
    static final BodySchema AGENT_LIST = schema("AgentList");
    static final BodySchema MODEL_INPUT = schema("ModelInput");
    static final BodySchema VERIFICATION = schema("Verification");
    static final BodySchema SEARCH = schema("Search");

    /** The schema of any JSON value. */
    static final BodySchema ANY = new BodySchema("", "{}");

    private ApiSchemas() {}

    private static BodySchema schema(String name) {
        return new BodySchema(name, "{}");
    }

    /** {@return a body that is absent} */
    static Optional<BodySchema> none() {
        return Optional.empty();
    }
}
