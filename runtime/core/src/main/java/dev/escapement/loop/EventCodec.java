package dev.escapement.loop;

import dev.escapement.Effect;
import dev.escapement.json.ConstantSet;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonReader;
import dev.escapement.json.JsonWriter;
import dev.escapement.json.PropertySet;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The JSON form of events. Written by hand, because the processor's tests need this module before there is one. */
final class EventCodec implements JsonCodec<Event> {

    private static final PropertySet STARTED = PropertySet.required("event", "at", "agent", "input");
    private static final PropertySet MODEL_REPLIED = PropertySet.required("event", "at", "text", "calls", "usage");
    private static final PropertySet CALL_REJECTED = PropertySet.required("event", "at", "callId", "reason");
    private static final PropertySet STEP_STARTED =
            PropertySet.required("event", "at", "callId", "effect", "idempotencyKey");
    private static final PropertySet STEP_RETURNED = PropertySet.required("event", "at", "callId", "result");
    private static final PropertySet STEP_FAILED = PropertySet.required("event", "at", "callId", "message", "declared");
    private static final PropertySet REPLY_RECEIVED = PropertySet.required("event", "at", "text");
    private static final PropertySet FINISHED = PropertySet.required("event", "at", "callId", "result");
    private static final PropertySet STOPPED = PropertySet.required("event", "at", "reason");
    private static final PropertySet CALL = PropertySet.required("id", "tool", "arguments");
    private static final PropertySet USAGE = PropertySet.required("inputTokens", "outputTokens");

    private static final ConstantSet KINDS = ConstantSet.of(
            "started",
            "model_replied",
            "call_rejected",
            "step_started",
            "step_returned",
            "step_failed",
            "reply_received",
            "finished",
            "stopped");
    private static final ConstantSet EFFECTS = ConstantSet.of("read", "idempotent", "write", "destructive");

    @Override
    public @Nullable Event read(JsonReader in) {
        String kind = in.readDiscriminator("event", KINDS);
        if (kind == null) {
            return null;
        }
        Fields f = new Fields();
        return switch (kind) {
            case "started" -> f.read(in, STARTED) ? new Event.Started(f.at, f.agent, f.input) : null;
            case "model_replied" ->
                f.read(in, MODEL_REPLIED) ? new Event.ModelReplied(f.at, f.text, f.calls, f.usage) : null;
            case "call_rejected" -> f.read(in, CALL_REJECTED) ? new Event.CallRejected(f.at, f.callId, f.reason) : null;
            case "step_started" ->
                f.read(in, STEP_STARTED) ? new Event.StepStarted(f.at, f.callId, f.effect, f.idempotencyKey) : null;
            case "step_returned" -> f.read(in, STEP_RETURNED) ? new Event.StepReturned(f.at, f.callId, f.result) : null;
            case "step_failed" ->
                f.read(in, STEP_FAILED) ? new Event.StepFailed(f.at, f.callId, f.message, f.declared) : null;
            case "reply_received" -> f.read(in, REPLY_RECEIVED) ? new Event.ReplyReceived(f.at, f.text) : null;
            case "finished" -> f.read(in, FINISHED) ? new Event.Finished(f.at, f.callId, f.result) : null;
            case "stopped" -> f.read(in, STOPPED) ? new Event.Stopped(f.at, f.reason) : null;
            default -> throw new IllegalStateException(kind);
        };
    }

    /** The fields of all events; an event's own ones are set once {@link #read} says that all was right. */
    private static final class Fields {
        private Instant at = Instant.EPOCH;
        private String agent = "";
        private String input = "";
        private String text = "";
        private List<Call> calls = List.of();
        private Usage usage = Usage.NONE;
        private String callId = "";
        private String reason = "";
        private Effect effect = Effect.WRITE;
        private String idempotencyKey = "";
        private String result = "";
        private String message = "";
        private boolean declared;

        boolean read(JsonReader in, PropertySet properties) {
            if (!in.beginObject(properties)) {
                return false;
            }
            while (in.nextProperty()) {
                switch (in.name()) {
                    case "at" -> at = readInstant(in);
                    case "agent" -> agent = readString(in);
                    case "input" -> input = readString(in);
                    case "text" -> text = readString(in);
                    case "calls" -> calls = readCalls(in);
                    case "usage" -> usage = readUsage(in);
                    case "callId" -> callId = readString(in);
                    case "reason" -> reason = readString(in);
                    case "effect" -> effect = readEffect(in);
                    case "idempotencyKey" -> idempotencyKey = readString(in);
                    case "result" -> result = readString(in);
                    case "message" -> message = readString(in);
                    case "declared" -> declared = in.readBoolean();
                    default -> in.skip(); // the kind, which is known by now
                }
            }
            return in.endObject();
        }
    }

    private static String readString(JsonReader in) {
        String value = in.readString();
        return value == null ? "" : value;
    }

    private static Instant readInstant(JsonReader in) {
        String value = in.readString();
        if (value == null) {
            return Instant.EPOCH;
        }
        try {
            return Instant.parse(value);
        } catch (DateTimeException noInstant) {
            in.unreadable("a time like 2026-01-31T12:00:00Z", value);
            return Instant.EPOCH;
        }
    }

    private static Effect readEffect(JsonReader in) {
        String value = in.readConstant(EFFECTS);
        if (value == null) {
            return Effect.WRITE;
        }
        return switch (value) {
            case "read" -> Effect.READ;
            case "idempotent" -> Effect.IDEMPOTENT;
            case "write" -> Effect.WRITE;
            case "destructive" -> Effect.DESTRUCTIVE;
            default -> throw new IllegalStateException(value);
        };
    }

    private static List<Call> readCalls(JsonReader in) {
        List<Call> calls = new ArrayList<>();
        if (in.beginArray()) {
            while (in.nextElement()) {
                readCall(in, calls);
            }
            in.endArray();
        }
        return calls;
    }

    private static void readCall(JsonReader in, List<Call> calls) {
        if (!in.beginObject(CALL)) {
            return;
        }
        String id = "";
        String tool = "";
        String arguments = "";
        while (in.nextProperty()) {
            switch (in.name()) {
                case "id" -> id = readString(in);
                case "tool" -> tool = readString(in);
                default -> arguments = readString(in);
            }
        }
        if (in.endObject()) {
            try {
                calls.add(new Call(id, tool, arguments));
            } catch (IllegalArgumentException e) {
                in.refused(e);
            }
        }
    }

    private static Usage readUsage(JsonReader in) {
        if (!in.beginObject(USAGE)) {
            return Usage.NONE;
        }
        long inputTokens = 0;
        long outputTokens = 0;
        while (in.nextProperty()) {
            switch (in.name()) {
                case "inputTokens" -> inputTokens = in.readLong();
                default -> outputTokens = in.readLong();
            }
        }
        if (in.endObject()) {
            try {
                return new Usage(inputTokens, outputTokens);
            } catch (IllegalArgumentException e) {
                in.refused(e);
            }
        }
        return Usage.NONE;
    }

    @Override
    public void write(JsonWriter out, Event event) {
        out.beginObject();
        if (event instanceof Event.Started started) {
            begin(out, "started", event);
            string(out, "agent", started.agent());
            string(out, "input", started.input());
        } else if (event instanceof Event.ModelReplied replied) {
            begin(out, "model_replied", event);
            string(out, "text", replied.text());
            writeCalls(out, replied.calls());
            writeUsage(out, replied.usage());
        } else if (event instanceof Event.CallRejected rejected) {
            begin(out, "call_rejected", event);
            string(out, "callId", rejected.callId());
            string(out, "reason", rejected.reason());
        } else if (event instanceof Event.StepStarted started) {
            begin(out, "step_started", event);
            string(out, "callId", started.callId());
            string(out, "effect", started.effect().name().toLowerCase(Locale.ROOT));
            string(out, "idempotencyKey", started.idempotencyKey());
        } else if (event instanceof Event.StepReturned returned) {
            begin(out, "step_returned", event);
            string(out, "callId", returned.callId());
            string(out, "result", returned.result());
        } else if (event instanceof Event.StepFailed failed) {
            begin(out, "step_failed", event);
            string(out, "callId", failed.callId());
            string(out, "message", failed.message());
            out.name("declared");
            out.writeBoolean(failed.declared());
        } else if (event instanceof Event.ReplyReceived received) {
            begin(out, "reply_received", event);
            string(out, "text", received.text());
        } else if (event instanceof Event.Finished finished) {
            begin(out, "finished", event);
            string(out, "callId", finished.callId());
            string(out, "result", finished.result());
        } else if (event instanceof Event.Stopped stopped) {
            begin(out, "stopped", event);
            string(out, "reason", stopped.reason());
        }
        out.endObject();
    }

    private static void begin(JsonWriter out, String kind, Event event) {
        string(out, "event", kind);
        string(out, "at", event.at().toString());
    }

    private static void string(JsonWriter out, String name, String value) {
        out.name(name);
        out.writeString(value);
    }

    private static void writeCalls(JsonWriter out, List<Call> calls) {
        out.name("calls");
        out.beginArray();
        for (Call call : calls) {
            out.beginObject();
            string(out, "id", call.id());
            string(out, "tool", call.tool());
            string(out, "arguments", call.arguments());
            out.endObject();
        }
        out.endArray();
    }

    private static void writeUsage(JsonWriter out, Usage usage) {
        out.name("usage");
        out.beginObject();
        out.name("inputTokens");
        out.writeLong(usage.inputTokens());
        out.name("outputTokens");
        out.writeLong(usage.outputTokens());
        out.endObject();
    }
}
