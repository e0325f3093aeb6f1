package dev.escapement.run;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.json.JsonCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a thread after an append, which is part of the last line of the append. A line without it is followed by
 * further lines of the same append.
 *
 * @param size the number of events
 * @param at the time of the append
 * @param since the time at which the phase began
 * @param standing the standing
 */
record StoredStanding(int size, Instant at, Instant since, Standing standing) {

    static final JsonCodec<StoredStanding> CODEC = JsonCodec.of(StoredStanding::read, StoredStanding::write);

    private static final PropertySet PROPERTIES = PropertySet.required("size", "at", "phase")
            .optional("since", "due", "questions")
            .open();

    private static final PropertySet OF_QUESTION =
            PropertySet.required("callId", "kind", "since").optional("deadline").open();

    private static final JsonCodec<Standing.Phase> PHASE = StoredValues.constant(Standing.Phase.class);

    private static final JsonCodec<Standing.Kind> KIND = StoredValues.constant(Standing.Kind.class);

    private static final JsonCodec<List<Standing.Question>> QUESTIONS = JsonCodec.of(
                    StoredStanding::readQuestion, StoredStanding::writeQuestion)
            .list();

    /**
     * Returns the state after an append.
     *
     * @param before the state before the append; null for a new thread
     */
    static StoredStanding after(@Nullable StoredStanding before, int size, Instant at, Standing standing) {
        Instant since = before != null && before.standing.phase() == standing.phase() ? before.since : at;
        return new StoredStanding(size, at, since, standing);
    }

    /** Returns the time from which a driver must continue the thread. */
    Optional<Instant> due() {
        boolean isDueAtOnce =
                standing.phase() == Standing.Phase.RUNNABLE && standing.due().isEmpty();
        return isDueAtOnce ? Optional.of(at) : standing.due();
    }

    /** Returns whether the thread has ended. */
    boolean hasEnded() {
        return standing.phase().isEnd();
    }

    private static @Nullable StoredStanding read(JsonReader in) {
        if (!in.beginObject(PROPERTIES)) {
            return null;
        }
        int size = 0;
        Instant at = null;
        Instant since = null;
        Standing.Phase phase = null;
        Optional<Instant> due = Optional.empty();
        List<Standing.Question> questions = new ArrayList<>();
        while (in.nextProperty()) {
            switch (in.name()) {
                case "size" -> size = in.readInt();
                case "at" -> at = StoredValues.TIME.read(in);
                case "phase" -> phase = PHASE.read(in);
                case "since" -> since = StoredValues.TIME.read(in);
                case "due" -> due = Optional.ofNullable(StoredValues.TIME.read(in));
                default -> addAll(questions, QUESTIONS.read(in));
            }
        }
        return in.endObject() && at != null && phase != null
                ? new StoredStanding(size, at, since == null ? at : since, new Standing(phase, due, questions))
                : null;
    }

    private static void addAll(List<Standing.Question> questions, @Nullable List<Standing.Question> more) {
        if (more != null) {
            questions.addAll(more);
        }
    }

    private static void write(JsonWriter out, StoredStanding stored) {
        out.beginObject();
        out.name("size");
        out.writeInt(stored.size);
        out.name("at");
        StoredValues.TIME.write(out, stored.at);
        out.name("phase");
        PHASE.write(out, stored.standing.phase());
        if (!stored.since.equals(stored.at)) {
            out.name("since");
            StoredValues.TIME.write(out, stored.since);
        }
        StoredValues.optional(out, "due", StoredValues.TIME, stored.standing.due());
        if (!stored.standing.questions().isEmpty()) {
            out.name("questions");
            QUESTIONS.write(out, stored.standing.questions());
        }
        out.endObject();
    }

    private static Standing.@Nullable Question readQuestion(JsonReader in) {
        if (!in.beginObject(OF_QUESTION)) {
            return null;
        }
        String callId = null;
        Standing.Kind kind = null;
        Instant since = null;
        Optional<Instant> deadline = Optional.empty();
        while (in.nextProperty()) {
            switch (in.name()) {
                case "callId" -> callId = in.readString();
                case "kind" -> kind = KIND.read(in);
                case "since" -> since = StoredValues.TIME.read(in);
                default -> deadline = Optional.ofNullable(StoredValues.TIME.read(in));
            }
        }
        return in.endObject() && callId != null && kind != null && since != null
                ? new Standing.Question(callId, kind, since, deadline)
                : null;
    }

    private static void writeQuestion(JsonWriter out, Standing.Question question) {
        out.beginObject();
        out.property("callId", question.callId());
        out.name("kind");
        KIND.write(out, question.kind());
        out.name("since");
        StoredValues.TIME.write(out, question.since());
        StoredValues.optional(out, "deadline", StoredValues.TIME, question.deadline());
        out.endObject();
    }
}
