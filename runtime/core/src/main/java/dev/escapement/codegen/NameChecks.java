package dev.escapement.codegen;

import dev.escapement.internal.json.ViolationMessages;
import java.math.BigDecimal;

/** The checks for a map key, which is a property name in JSON. */
final class NameChecks extends ValueChecks {

    private final ValueChecks entry;

    /**
     * Creates checks that report their violations to the reader or writer of the map.
     *
     * @param entry the reader or writer of the entries
     */
    NameChecks(ValueChecks entry) {
        this.entry = entry;
    }

    @Override
    boolean isRead() {
        return true; // a name that could not be read is not checked
    }

    @Override
    String found(Object value) {
        return ViolationMessages.key(ValueDescription.quote(value.toString()));
    }

    @Override
    BigDecimal exact(double value) {
        throw new UnsupportedOperationException("a name is not a double");
    }

    @Override
    BigDecimal rounded(double value) {
        return exact(value);
    }

    @Override
    void broken(String expected, String found) {
        entry.broken(ViolationMessages.ofKey(expected), found);
    }
}
