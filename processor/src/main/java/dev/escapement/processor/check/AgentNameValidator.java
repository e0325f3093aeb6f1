package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.AgentNameFault;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Setting;
import java.util.Locale;
import java.util.Optional;

/** A validator that rejects agent names that are blank or contain control or format characters. */
final class AgentNameValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        Setting<String> name = agent.model().name();
        fault(name.value())
                .ifPresent(fault -> problems.add(ProblemKind.AGENT_NAME, name.source(), agent.name(), fault));
    }

    private static Optional<Clause> fault(String name) {
        if (name.isBlank()) {
            return Optional.of(AgentNameFault.BLANK);
        }
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            int character = name.codePointAt(i);
            if (!isVisible(character)) {
                String code = String.format(Locale.ROOT, "U+%04X", character);
                return Optional.of(AgentNameFault.INVISIBLE.with(code, i));
            }
        }
        return Optional.empty();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
