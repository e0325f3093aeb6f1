package paint;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Leniency;
import dev.escapement.Tool;
import dev.escapement.UnknownProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Mix a paint.
 *
 * @param shade The shade
 * @param shares The shares of the pigments
 * @param layers The names of the layers, the lowest first
 * @param litres The capacities of the buckets
 * @param glosses The permitted degrees of gloss
 * @param surfaces The surfaces
 * @param coats The numbers of coats
 */
@Tool(
        unknown = UnknownProperties.IGNORE,
        lenient = {Leniency.QUOTED_SCALARS, Leniency.SINGLE_AS_LIST})
public record MixPaint(
        Shade shade,
        Set<BigDecimal> shares,
        String[] layers,
        @JsonProperty(defaultValue = "[1, 5]") int[] litres,
        @JsonProperty(defaultValue = "[\"MATT\", \"SILK\"]") List<Gloss> glosses,
        @JsonProperty(defaultValue = "[\"wall\"]") Set<String> surfaces,
        @JsonProperty(defaultValue = "[1, 2]") List<Integer> coats) {

    /** A degree of gloss. */
    public enum Gloss {
        MATT,
        SILK,
        HIGH
    }
}
