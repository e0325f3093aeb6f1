package dev.escapement.thread;

import dev.escapement.Effect;
import dev.escapement.content.Content;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.JsonCodec;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.thread.RecordCodec.Property;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The JSON properties of events. A name has the same meaning and the same type in every event. */
final class EventProperties {

    static final Property<String> EVENT = text("event");
    static final Property<String> REQUEST_ID = text("requestId");
    static final Property<Map<String, String>> RATE_LIMITS = new Property<>("rateLimits", ValueCodecs.TEXT.map());
    static final Property<Instant> AT = new Property<>("at", ValueCodecs.time(ViolationMessages.TIME, Instant::parse));
    static final Property<String> AGENT = text("agent");
    static final Property<String> INPUT = text("input");
    static final Property<String> TRIGGER = text("trigger");
    static final Property<String> PAYLOAD = text("payload");
    static final Property<Budget> BUDGET = new Property<>("budget", budget());
    static final Property<Map<String, String>> LABELS = new Property<>("labels", ValueCodecs.TEXT.map());
    static final Property<String> SOURCE = text("source");
    static final Property<String> TEXT = text("text");
    static final Property<List<Call>> CALLS = new Property<>("calls", ValueCodecs.list(call()));
    static final Property<Usage> USAGE = new Property<>("usage", usage());
    static final Property<StopReason> STOP = new Property<>("stop", ValueCodecs.constant(StopReason.class));
    static final Property<ReplyProvenance> EXCHANGE = new Property<>("exchange", exchange());
    static final Property<Optional<ProviderState>> STATE = new Property<>("state", ValueCodecs.present(state()));
    static final Property<String> CALL_ID = text("callId");
    static final Property<String> REASON = text("reason");
    static final Property<String> QUESTION = text("question");
    static final Property<String> ARGUMENTS_SHA256 = text("argumentsSha256");
    static final Property<String> BY = text("by");
    static final Property<Optional<String>> EDITED_ARGUMENTS =
            new Property<>("editedArguments", ValueCodecs.present(ValueCodecs.TEXT));
    static final Property<Effect> EFFECT = new Property<>("effect", ValueCodecs.constant(Effect.class));
    static final Property<String> IDEMPOTENCY_KEY = text("idempotencyKey");
    static final Property<String> RESULT = text("result");
    static final Property<Call> NEXT = new Property<>("next", call());
    static final Property<String> MESSAGE = text("message");
    static final Property<Boolean> DECLARED = new Property<>("declared", ValueCodecs.FLAG);
    static final Property<Boolean> MAY_HAVE_TAKEN_EFFECT = new Property<>("mayHaveTakenEffect", ValueCodecs.FLAG);
    static final Property<Duration> TOOK =
            new Property<>("took", ValueCodecs.time(ViolationMessages.DURATION, Duration::parse));
    static final Property<Integer> UNSEEN = new Property<>("unseen", ValueCodecs.SMALL_COUNT);
    static final Property<Integer> ATTEMPT = new Property<>("attempt", ValueCodecs.SMALL_COUNT);
    static final Property<String> FLOW = text("flow");
    static final Property<Integer> MAX_LENGTH = new Property<>("maxLength", ValueCodecs.SMALL_COUNT);
    static final Property<String> EXCEPTION = text("exception");
    static final Property<Boolean> FAULTY = new Property<>("faulty", ValueCodecs.FLAG);
    static final Property<RequestFailed.Part> PART =
            new Property<>("part", ValueCodecs.constant(RequestFailed.Part.class));
    static final Property<ResponseInfo> RESPONSE = new Property<>("response", response());
    static final Property<StopCause> CAUSE = new Property<>("cause", ValueCodecs.constant(StopCause.class));
    static final Property<Boolean> CHECKED = new Property<>("checked", ValueCodecs.FLAG);
    static final Property<Answer> ANSWER = new Property<>("answer", new AnswerCodec());
    static final Property<String> NEXT_ID = text("nextId");
    static final Property<Budget> MORE = new Property<>("more", budget());
    static final Property<String> SCHEMA = text("schema");
    static final Property<Optional<Instant>> DEADLINE =
            new Property<>("deadline", ValueCodecs.present(ValueCodecs.time(ViolationMessages.TIME, Instant::parse)));
    static final Property<Optional<String>> FALLBACK =
            new Property<>("fallback", ValueCodecs.present(ValueCodecs.TEXT));
    static final Property<String> REPLY = text("reply");
    static final Property<List<Content.File>> FILES = new Property<>("files", ValueCodecs.list(file()));

    static final Property<Optional<ParentCall>> PARENT = new Property<>("parent", ValueCodecs.present(parent()));
    static final Property<Optional<ThreadOrigin>> ORIGIN = new Property<>("origin", ValueCodecs.present(origin()));
    static final Property<Map<String, StepVersion>> VERSIONS =
            new Property<>("versions", version().map());
    static final Property<String> THREAD_ID = text("threadId");
    static final Property<Boolean> JOINS = new Property<>("joins", ValueCodecs.FLAG);
    static final Property<Boolean> SUCCEEDED = new Property<>("succeeded", ValueCodecs.FLAG);
    static final Property<String> TOOL = text("tool");

    private EventProperties() {}

    private static JsonCodec<ParentCall> parent() {
        Property<List<String>> path = new Property<>("path", ValueCodecs.list(ValueCodecs.TEXT));
        Property<Integer> maxDepth = new Property<>("maxDepth", ValueCodecs.SMALL_COUNT);
        Property<String> threadId = text("threadId");
        return RecordCodec.builder(ParentCall.class)
                .required(threadId, ParentCall::threadId)
                .required(CALL_ID, ParentCall::callId)
                .required(path, ParentCall::path)
                .required(maxDepth, ParentCall::maxDepth)
                .build(v -> new ParentCall(v.get(threadId), v.get(CALL_ID), v.get(path), v.get(maxDepth)));
    }

    private static JsonCodec<ThreadOrigin> origin() {
        Property<String> threadId = text("threadId");
        Property<Integer> position = new Property<>("position", ValueCodecs.SMALL_COUNT);
        return RecordCodec.builder(ThreadOrigin.class)
                .required(threadId, ThreadOrigin::threadId)
                .required(position, ThreadOrigin::position)
                .build(v -> new ThreadOrigin(v.get(threadId), v.get(position)));
    }

    private static JsonCodec<StepVersion> version() {
        Property<String> arguments = text("arguments");
        Property<String> result = text("result");
        Property<Effect> effect = new Property<>("effect", ValueCodecs.constant(Effect.class));
        Property<String> flow = text("flow");
        return RecordCodec.builder(StepVersion.class)
                .required(effect, StepVersion::effect)
                .required(flow, StepVersion::flow)
                .required(arguments, StepVersion::arguments)
                .optional(result, "", StepVersion::result)
                .build(v -> new StepVersion(v.get(effect), v.get(flow), v.get(arguments), v.get(result)));
    }

    private static Property<String> text(String name) {
        return new Property<>(name, ValueCodecs.TEXT);
    }

    private static JsonCodec<Call> call() {
        Property<String> id = text("id");
        Property<String> tool = text("tool");
        Property<String> arguments = text("arguments");
        return RecordCodec.builder(Call.class)
                .required(id, Call::id)
                .required(tool, Call::tool)
                .required(arguments, Call::arguments)
                .build(v -> new Call(v.get(id), v.get(tool), v.get(arguments)));
    }

    private static JsonCodec<Content.File> file() {
        Property<String> mediaType = text("mediaType");
        Property<String> name = text("name");
        Property<String> sha256 = text("sha256");
        Property<Long> size = new Property<>("size", ValueCodecs.COUNT);
        return RecordCodec.builder(Content.File.class)
                .required(mediaType, Content.File::mediaType)
                .optional(name, "", Content.File::name)
                .required(sha256, Content.File::sha256)
                .required(size, Content.File::size)
                .build(v -> new Content.File(v.get(mediaType), v.get(name), v.get(sha256), v.get(size)));
    }

    private static JsonCodec<ReplyProvenance> exchange() {
        Property<String> provider = text("provider");
        Property<String> model = text("model");
        Property<String> replyId = text("replyId");
        Property<String> requestSha256 = text("requestSha256");
        Property<String> replySha256 = text("replySha256");
        Property<String> finishReason = text("finishReason");
        return RecordCodec.builder(ReplyProvenance.class)
                .optional(provider, "", ReplyProvenance::provider)
                .optional(model, "", ReplyProvenance::model)
                .optional(replyId, "", ReplyProvenance::replyId)
                .optional(requestSha256, "", ReplyProvenance::requestSha256)
                .optional(replySha256, "", ReplyProvenance::replySha256)
                .optional(finishReason, "", ReplyProvenance::finishReason)
                .optional(REQUEST_ID, "", source -> source.response().requestId())
                .optional(RATE_LIMITS, Map.of(), source -> source.response().rateLimits())
                .build(v -> new ReplyProvenance(
                        v.get(provider),
                        v.get(model),
                        v.get(replyId),
                        v.get(requestSha256),
                        v.get(replySha256),
                        v.get(finishReason),
                        new ResponseInfo(v.get(REQUEST_ID), v.get(RATE_LIMITS))));
    }

    private static JsonCodec<ResponseInfo> response() {
        return RecordCodec.builder(ResponseInfo.class)
                .optional(REQUEST_ID, "", ResponseInfo::requestId)
                .optional(RATE_LIMITS, Map.of(), ResponseInfo::rateLimits)
                .build(v -> new ResponseInfo(v.get(REQUEST_ID), v.get(RATE_LIMITS)));
    }

    private static JsonCodec<ProviderState> state() {
        Property<String> format = text("format");
        Property<String> json = text("json");
        return RecordCodec.builder(ProviderState.class)
                .required(format, ProviderState::format)
                .required(json, ProviderState::json)
                .build(v -> new ProviderState(v.get(format), v.get(json)));
    }

    private static JsonCodec<Usage> usage() {
        Property<Long> input = new Property<>("inputTokens", ValueCodecs.COUNT);
        Property<Long> output = new Property<>("outputTokens", ValueCodecs.COUNT);
        Property<Long> cached = new Property<>("cachedTokens", ValueCodecs.COUNT);
        Property<BigDecimal> cost = new Property<>("cost", ValueCodecs.AMOUNT);
        return RecordCodec.builder(Usage.class)
                .required(input, Usage::inputTokens)
                .required(output, Usage::outputTokens)
                .optional(cached, 0L, Usage::cachedTokens)
                .optional(cost, BigDecimal.ZERO, Usage::cost)
                .build(v -> new Usage(v.get(input), v.get(output), v.get(cached), v.get(cost)));
    }

    private static JsonCodec<Budget> budget() {
        Property<OptionalLong> steps = new Property<>("steps", ValueCodecs.LIMIT);
        Property<OptionalLong> modelCalls = new Property<>("modelCalls", ValueCodecs.LIMIT);
        Property<OptionalLong> tokens = new Property<>("tokens", ValueCodecs.LIMIT);
        Property<Optional<BigDecimal>> cost = new Property<>("cost", ValueCodecs.present(ValueCodecs.AMOUNT));
        Property<Optional<Duration>> time = new Property<>(
                "time", ValueCodecs.present(ValueCodecs.time(ViolationMessages.DURATION, Duration::parse)));
        return RecordCodec.builder(Budget.class)
                .optional(steps, OptionalLong.empty(), Budget::steps)
                .optional(modelCalls, OptionalLong.empty(), Budget::modelCalls)
                .optional(tokens, OptionalLong.empty(), Budget::tokens)
                .optional(cost, Optional.empty(), Budget::cost)
                .optional(time, Optional.empty(), Budget::time)
                .build(v -> new Budget(v.get(steps), v.get(modelCalls), v.get(tokens), v.get(cost), v.get(time)));
    }
}
