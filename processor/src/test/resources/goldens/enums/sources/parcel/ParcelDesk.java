package parcel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import java.util.Map;

/** An agent that ships parcels. */
@Agent(onText = OnText.FINISH)
public class ParcelDesk {

    /**
     * Quote a service for parcels of each size.
     *
     * @param service The requested service
     * @param counts The number of parcels of each size
     */
    @Tool
    public record Quote(Service service, Map<Size, Integer> counts) {}

    /** An enum with conversions to text and back. */
    public enum Service {
        @JsonProperty("next-day")
        NEXT_DAY("next-day"),
        @JsonProperty("2-day")
        TWO_DAY("2-day");

        private final String code;

        Service(String code) {
            this.code = code;
        }

        @JsonValue
        public String code() {
            return code;
        }

        @JsonCreator
        public static Service ofCode(String code) {
            for (Service service : values()) {
                if (service.code.equals(code)) {
                    return service;
                }
            }
            throw new IllegalArgumentException("The code " + code + " does not denote a service.");
        }
    }

    /** An enum with a field for its text. */
    public enum Size {
        @JsonProperty("S")
        SMALL("S"),
        @JsonProperty("L")
        LARGE("L");

        @JsonValue
        final String letter;

        Size(String letter) {
            this.letter = letter;
        }
    }

    @Prompt
    String prompt() {
        return "You ship parcels.";
    }

    @Step(effect = Effect.READ)
    Map<Size, Service> quote(Quote call) {
        return Map.of(Size.SMALL, call.service());
    }
}
