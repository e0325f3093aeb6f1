package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.FormerNameFault;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.ToolModel;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A validator that requires the earlier names of a tool to be valid, different from each other and from its name. */
final class FormerNameValidator implements Validator<ToolModel> {

    @Override
    public void validate(ToolModel tool, Problems problems) {
        Set<String> earlier = new HashSet<>();
        for (Setting<String> name : tool.formerly()) {
            fault(tool, name.value(), earlier)
                    .ifPresent(fault -> problems.add(
                            ProblemKind.FORMER_NAME, name.source(), tool.type().simpleName(), name.value(), fault));
        }
    }

    private static Optional<FormerNameFault> fault(ToolModel tool, String name, Set<String> earlier) {
        if (!ToolNameValidator.isPortable(name)) {
            return Optional.of(FormerNameFault.INVALID);
        } else if (name.equals(tool.name())) {
            return Optional.of(FormerNameFault.CURRENT);
        }
        return earlier.add(name) ? Optional.empty() : Optional.of(FormerNameFault.REPEATED);
    }
}
