package dev.escapement.thread;

import dev.escapement.codegen.ConstantSet;
import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonCodec;
import dev.escapement.thread.RecordCodec.Property;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON codec for a person's resolution of a call. The property {@code kind} distinguishes the types. */
final class AnswerCodec implements JsonCodec<Answer> {

    private static final Property<String> KIND = text("kind");
    private static final Property<String> JSON = text("json");
    private static final Property<String> TOOL = text("tool");
    private static final Property<String> TEXT = text("text");
    private static final Property<String> REASON = text("reason");

    private static final RecordCodec<Answer.Returned> RETURNED = answer(Answer.Kind.RETURNED, Answer.Returned.class)
            .required(JSON, Answer.Returned::json)
            .build(v -> new Answer.Returned(v.get(JSON)));

    private static final RecordCodec<Answer.Next> NEXT = answer(Answer.Kind.NEXT, Answer.Next.class)
            .required(TOOL, Answer.Next::tool)
            .required(JSON, Answer.Next::json)
            .build(v -> new Answer.Next(v.get(TOOL), v.get(JSON)));

    private static final RecordCodec<Answer.Question> QUESTION = answer(Answer.Kind.QUESTION, Answer.Question.class)
            .required(TEXT, Answer.Question::text)
            .build(v -> new Answer.Question(v.get(TEXT)));

    private static final RecordCodec<Answer.Finished> FINISHED = answer(Answer.Kind.FINISHED, Answer.Finished.class)
            .required(JSON, Answer.Finished::json)
            .build(v -> new Answer.Finished(v.get(JSON)));

    private static final RecordCodec<Answer.Failed> FAILED = answer(Answer.Kind.FAILED, Answer.Failed.class)
            .required(REASON, Answer.Failed::reason)
            .build(v -> new Answer.Failed(v.get(REASON)));

    private static final RecordCodec<Answer.RunAgain> RUN_AGAIN =
            answer(Answer.Kind.RUN_AGAIN, Answer.RunAgain.class).build(v -> new Answer.RunAgain());

    private static final ConstantSet KINDS = ConstantSet.of(
            Arrays.stream(Answer.Kind.values()).map(AnswerCodec::name).toArray(String[]::new));

    private static RecordCodec<? extends Answer> of(Answer.Kind kind) {
        return switch (kind) {
            case RETURNED -> RETURNED;
            case NEXT -> NEXT;
            case QUESTION -> QUESTION;
            case FINISHED -> FINISHED;
            case FAILED -> FAILED;
            case RUN_AGAIN -> RUN_AGAIN;
        };
    }

    @Override
    public @Nullable Answer read(JsonReader in) {
        String kind = in.readDiscriminator(KIND.name(), KINDS);
        return kind == null
                ? null
                : of(Answer.Kind.valueOf(kind.toUpperCase(Locale.ROOT))).read(in);
    }

    @Override
    public void write(JsonWriter out, Answer answer) {
        write(out, of(answer.kind()), answer);
    }

    private static <A extends Answer> void write(JsonWriter out, RecordCodec<A> codec, Answer answer) {
        codec.write(out, Objects.requireNonNull(codec.type().cast(answer)));
    }

    private static <A extends Answer> RecordCodec.Builder<A> answer(Answer.Kind kind, Class<A> type) {
        return RecordCodec.builder(type).kind(KIND, name(kind));
    }

    private static String name(Answer.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Property<String> text(String name) {
        return new Property<>(name, ValueCodecs.TEXT);
    }
}
