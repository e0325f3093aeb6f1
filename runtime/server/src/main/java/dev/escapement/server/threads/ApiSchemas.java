package dev.escapement.server.threads;

import dev.escapement.server.body.AgentListBodyCodec;
import dev.escapement.server.body.DecisionBodyCodec;
import dev.escapement.server.body.EventPageBodyCodec;
import dev.escapement.server.body.ForkBodyCodec;
import dev.escapement.server.body.ModelInputBodyCodec;
import dev.escapement.server.body.QuestionPageBodyCodec;
import dev.escapement.server.body.SearchBodyCodec;
import dev.escapement.server.body.StartBodyCodec;
import dev.escapement.server.body.ThreadBodyCodec;
import dev.escapement.server.body.ThreadCountBodyCodec;
import dev.escapement.server.body.ThreadEntryBodyCodec;
import dev.escapement.server.body.ThreadPageBodyCodec;
import dev.escapement.server.body.VerificationBodyCodec;
import dev.escapement.server.http.BodySchema;
import java.util.Optional;

/** The schemas of the bodies of these endpoints. */
final class ApiSchemas {
    static final BodySchema THREAD_ENTRY = new BodySchema("ThreadEntry", ThreadEntryBodyCodec.SCHEMA);
    static final BodySchema THREAD_PAGE = new BodySchema("ThreadPage", ThreadPageBodyCodec.SCHEMA);
    static final BodySchema THREAD_COUNT = new BodySchema("ThreadCount", ThreadCountBodyCodec.SCHEMA);
    static final BodySchema THREAD = new BodySchema("Thread", ThreadBodyCodec.SCHEMA);
    static final BodySchema EVENT_PAGE = new BodySchema("EventPage", EventPageBodyCodec.SCHEMA);
    static final BodySchema QUESTION_PAGE = new BodySchema("QuestionPage", QuestionPageBodyCodec.SCHEMA);
    static final BodySchema START = new BodySchema("Start", StartBodyCodec.SCHEMA);
    static final BodySchema FORK = new BodySchema("Fork", ForkBodyCodec.SCHEMA);
    static final BodySchema DECISION = new BodySchema("Decision", DecisionBodyCodec.SCHEMA);
    static final BodySchema AGENT_LIST = new BodySchema("AgentList", AgentListBodyCodec.SCHEMA);
    static final BodySchema MODEL_INPUT = new BodySchema("ModelInput", ModelInputBodyCodec.SCHEMA);
    static final BodySchema VERIFICATION = new BodySchema("Verification", VerificationBodyCodec.SCHEMA);
    static final BodySchema SEARCH = new BodySchema("Search", SearchBodyCodec.SCHEMA);

    /** The schema of any JSON value. */
    static final BodySchema ANY = new BodySchema("", "{}");

    private ApiSchemas() {}

    /** {@return a body that is absent} */
    static Optional<BodySchema> none() {
        return Optional.empty();
    }
}
