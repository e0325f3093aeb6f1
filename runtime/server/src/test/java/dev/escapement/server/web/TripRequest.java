package dev.escapement.server.web;

import dev.escapement.Tool;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Book a trip. The record has a component for each shape of the schema dialect.
 *
 * @param code the code of the tariff
 * @param seats the number of seats
 * @param customer the number of the customer, which needs all 64 bits
 * @param price the highest price
 * @param flexible whether the day may move
 * @param cabin the cabin
 * @param day the day of departure
 * @param checkedAt the time of the last check
 * @param note a note for the staff
 * @param nickname a name that may be null
 * @param seat the preferred seat
 * @param travellers the travellers
 * @param miles the miles by airline
 * @param extras the extras
 * @param filter the condition on flights
 */
@Tool
record TripRequest(
        @Pattern(regexp = "[A-Z]{2}\\d+") String code,
        @Min(1) @Max(9) int seats,
        long customer,
        BigDecimal price,
        boolean flexible,
        Cabin cabin,
        LocalDate day,
        Instant checkedAt,
        Optional<String> note,
        @Nullable String nickname,
        Optional<Seat> seat,
        @Size(min = 1) List<Traveller> travellers,
        Map<String, Integer> miles,
        Set<Extra> extras,
        Filter filter) {

    /** A cabin. */
    enum Cabin {
        ECONOMY,
        BUSINESS
    }

    /** An extra. */
    enum Extra {
        MEAL,
        LOUNGE,
        BAG
    }

    /** A seat. */
    record Seat(int row, String letter) {}

    /** A traveller. */
    record Traveller(String name, Optional<Integer> age) {}

    /** A condition on flights. */
    sealed interface Filter {

        /** All conditions are met. */
        record AllOf(List<Filter> filters) implements Filter {}

        /** The condition is not met. */
        record Not(Filter filter) implements Filter {}

        /** The flight is nonstop. */
        record Nonstop() implements Filter {}
    }
}
