package dev.escapement.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * The attributes that this library defines, in addition to those of the semantic conventions. Their names begin with
 * {@code escapement}.
 */
final class OwnAttributes {

    static final AttributeKey<String> THREAD_STATE = AttributeKey.stringKey("escapement.thread.state");
    static final AttributeKey<String> THREAD_CALL_ID = AttributeKey.stringKey("escapement.thread.call.id");
    static final AttributeKey<String> PARENT_ID = AttributeKey.stringKey("escapement.thread.parent.id");
    static final AttributeKey<String> PARENT_CALL_ID = AttributeKey.stringKey("escapement.thread.parent.call.id");
    static final AttributeKey<List<String>> THREAD_PATH = AttributeKey.stringArrayKey("escapement.thread.path");
    static final AttributeKey<String> STEP_EFFECT = AttributeKey.stringKey("escapement.step.effect");
    static final AttributeKey<String> STEP_OUTCOME = AttributeKey.stringKey("escapement.step.outcome");
    static final AttributeKey<String> STEP_KEY = AttributeKey.stringKey("escapement.step.idempotency_key");
    static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("escapement.response.request_id");
    static final AttributeKey<String> FINISH_REASON = AttributeKey.stringKey("escapement.response.finish_reason");
    static final AttributeKey<String> CONTEXT_SOURCE = AttributeKey.stringKey("escapement.context.source");

    private OwnAttributes() {}
}
