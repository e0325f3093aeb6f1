package catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Naming;
import dev.escapement.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Search the catalogue.
 *
 * @param condition what the articles must be like
 * @param priceLimits the highest price by currency, in cents
 * @param sortBy how they are sorted; by relevance if left out
 * @param onlyInStock whether to leave out what is sold out; null if the customer did not say
 * @param page which part of the results to show
 */
@Tool(naming = Naming.SNAKE_CASE)
public record SearchCatalogue(
        Condition condition,
        Map<String, Integer> priceLimits,
        Optional<SortOrder> sortBy,
        @Nullable Boolean onlyInStock,
        Page page) {

    /** A condition, which may be made of others. */
    public sealed interface Condition {

        /**
         * Words that the description contains.
         *
         * @param words the words
         */
        record Contains(List<String> words) implements Condition {}

        /**
         * One of some conditions is met.
         *
         * @param conditions the conditions
         */
        record AnyOf(List<Condition> conditions) implements Condition {}

        /** Every article. */
        record Everything() implements Condition {}
    }

    /** How results are sorted. */
    public enum SortOrder {
        @JsonProperty("cheapest_first")
        PRICE,
        NAME
    }
}
