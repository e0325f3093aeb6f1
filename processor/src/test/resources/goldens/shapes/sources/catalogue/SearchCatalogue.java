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
 * @param condition The condition that the articles must meet
 * @param priceLimits The highest price by currency, in cents
 * @param sortBy The order of the results; by relevance if absent
 * @param onlyInStock Whether to exclude articles that are sold out; null if unspecified
 * @param page The part of the results to show
 */
@Tool(naming = Naming.SNAKE_CASE)
public record SearchCatalogue(
        Condition condition,
        Map<String, Integer> priceLimits,
        Optional<SortOrder> sortBy,
        @Nullable Boolean onlyInStock,
        Page page) {

    /** A condition, possibly composed of others. */
    public sealed interface Condition {

        /**
         * Words that the description contains.
         *
         * @param words The words
         */
        record Contains(List<String> words) implements Condition {}

        /**
         * At least one of several conditions is met.
         *
         * @param conditions The conditions
         */
        record AnyOf(List<Condition> conditions) implements Condition {}

        /** Every article. */
        record Everything() implements Condition {}
    }

    /** An order of results. */
    public enum SortOrder {
        @JsonProperty("cheapest_first")
        PRICE,
        NAME
    }
}
