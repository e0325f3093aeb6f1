package dev.escapement.jdbc;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.Verdict;
import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.DelegateStart;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Reducer;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loop of one of two agents: {@code Front} delegates to {@code Back}, whose step {@code book} is transactional and whose
 * step {@code pay} requires an approval.
 *
 * @param agent the name of the agent
 * @param booking the step {@code book}
 */
record TreeLoop(String agent, Booking booking) implements AgentLoop {

    static final TextTool HAND = new TextTool("hand");
    static final TextTool BOOK = new TextTool("book");
    static final TextTool PAY = new TextTool("pay");
    static final TextTool CLOSE = new TextTool("close");

    /** The step of the application. */
    @FunctionalInterface
    interface Booking {
        void insert(StepContext.Resources resources, String value) throws Exception;
    }

    /** A tool with one argument, {@code text}. */
    record TextTool(String name) implements ToolSpec<String> {

        private static final PropertySet PROPERTIES = PropertySet.required("text");

        Call call(String id) {
            return new Call(id, name, "{\"text\":\"x\"}");
        }

        @Override
        public @Nullable String read(JsonReader in) {
            String text = null;
            if (!in.beginObject(PROPERTIES)) {
                return null;
            }
            while (in.nextProperty()) {
                text = in.readString();
            }
            return in.endObject() ? text : null;
        }

        @Override
        public void write(JsonWriter out, String text) {
            out.beginObject();
            out.name("text");
            out.writeString(text);
            out.endObject();
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public String schema(Dialect dialect) {
            return "{\"type\":\"object\"}";
        }

        @Override
        public String fingerprint() {
            return "";
        }
    }

    @Override
    public String prompt() {
        return agent;
    }

    @Override
    public List<ToolSpec<?>> tools() {
        return agent.equals("Front") ? List.of(HAND, CLOSE) : List.of(BOOK, PAY, CLOSE);
    }

    @Override
    public Effect effect(String tool) {
        return tool.equals(BOOK.name()) ? Effect.TRANSACTIONAL : Effect.WRITE;
    }

    @Override
    public Flow flow(String tool) {
        return switch (tool) {
            case "hand" -> Flow.DELEGATES;
            case "close" -> Flow.FINISHES;
            default -> Flow.RETURNS;
        };
    }

    @Override
    public boolean gated(String tool) {
        return tool.equals(PAY.name());
    }

    @Override
    public Verdict review(Call call, AgentThread thread) {
        return Verdict.ask("Pay?");
    }

    @Override
    public Command next(AgentThread thread) {
        return Reducer.next(this, thread);
    }

    @Override
    public Outcome run(Call call, StepContext context) throws Exception {
        if (call.tool().equals(HAND.name())) {
            return Outcome.delegated("Back", new DelegateStart<>("Back", Start.of("book a room")), false);
        } else if (call.tool().equals(CLOSE.name())) {
            return new Outcome.Finished("\"closed\"");
        } else if (call.tool().equals(BOOK.name())) {
            booking.insert(context.resources(), call.id());
        }
        return new Outcome.Returned("\"done\"");
    }
}
