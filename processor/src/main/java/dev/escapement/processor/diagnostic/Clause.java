package dev.escapement.processor.diagnostic;

import dev.escapement.internal.cron.CronFault;
import dev.escapement.internal.lock.LockFault;
import dev.escapement.internal.lock.SchemaChange;
import dev.escapement.internal.pattern.PatternConstruct;
import dev.escapement.processor.model.TextForm;
import java.util.List;
import java.util.stream.Collectors;

/** A variable part of a message, given by a constant and its arguments. Immutable. */
public sealed interface Clause permits Wording, Clause.Filled {

    /** Returns the name of the constant. */
    String name();

    /** Returns the template, with placeholders for the arguments. */
    String template();

    /** Returns the arguments, as described in {@link Problem}. */
    List<Object> arguments();

    /** Returns the template with the arguments inserted. */
    default String text() {
        return MessageTemplate.render(template(), arguments());
    }

    /** Returns the clause that describes a string form. */
    static Clause of(TextForm form) {
        return new Filled(form.name(), form.words(), List.of());
    }

    /** Returns the clause that describes a regular expression construct. */
    static Clause of(PatternConstruct construct, String detail) {
        return new Filled(construct.name(), construct.template(), List.of(detail));
    }

    /** Returns the clause that describes a fault of a cron expression. */
    static Clause of(CronFault fault, List<String> arguments) {
        return new Filled(fault.name(), fault.template(), List.copyOf(arguments));
    }

    /** Returns the clause that describes a fault of a lock file. */
    static Clause of(LockFault fault, List<String> arguments) {
        return new Filled(fault.name(), fault.template(), List.copyOf(arguments));
    }

    /** Returns the clause that describes a difference of two schemas. */
    static Clause of(SchemaChange.Kind kind, List<String> arguments) {
        return new Filled(kind.name(), kind.template(), List.copyOf(arguments));
    }

    /**
     * A clause that consists of a constant and its arguments.
     *
     * @param name the name of the constant
     * @param template its text with placeholders
     * @param arguments the values of the placeholders
     */
    record Filled(String name, String template, List<Object> arguments) implements Clause {
        public Filled {
            arguments = MessageTemplate.arguments(arguments);
        }

        /** Returns the name of the constant and its arguments, such as {@code COMPONENT(id, Order)}. */
        @Override
        public String toString() {
            return name + arguments.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        }
    }
}
