package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.codegen.DecodingSupport;
import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.TextCodecs;
import dev.escapement.internal.json.LimitMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.Violation;
import dev.escapement.tool.Call;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests that past and future arguments are compared with the time of the call, regardless of later evaluations. */
class CallTimeTest {

    private static final Call CALL = new Call("1", "deliver", "\"2026-06-15\"");

    @Test
    void aCallIsCheckedAsOfTheMomentOfTheReply() {
        assertEquals(Optional.empty(), CallCheck.fault(CALL, Instant.parse("2026-06-14T23:59:59Z"), List.of(DELIVER)));
        String fault = CallCheck.fault(CALL, Instant.parse("2026-06-15T00:00:00Z"), List.of(DELIVER))
                .orElseThrow();
        Violation past = new Violation("$", LimitMessages.Present.TODAY.future(), DecodingSupport.string("2026-06-15"));
        assertEquals(new Decoded.Rejected<>(List.of(past)).feedback("deliver"), fault);
    }

    @Test
    void whatWasSelectedIsInvokedHoweverLongItWaited() {
        assertEquals(LocalDate.parse("2020-01-01"), DELIVER.arguments(new Call("1", "deliver", "\"2020-01-01\"")));
    }

    private static final ToolSpec<LocalDate> DELIVER = new ToolSpec<>() {
        @Override
        public String name() {
            return "deliver";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public String schema(Dialect dialect) {
            return "{}";
        }

        @Override
        public String fingerprint() {
            return "";
        }

        @Override
        public @Nullable LocalDate read(JsonReader in) {
            LocalDate day = TextCodecs.LOCAL_DATE.read(in);
            in.checkFuture(day, in.now());
            return day;
        }

        @Override
        public void write(JsonWriter out, LocalDate value) {
            TextCodecs.LOCAL_DATE.write(out, value);
        }
    };
}
