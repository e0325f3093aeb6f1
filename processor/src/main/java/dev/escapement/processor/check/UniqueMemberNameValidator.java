package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.NameOwner;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.ToolkitClash;
import dev.escapement.processor.model.PrefetchModel;
import dev.escapement.processor.model.TriggerModel;
import java.util.HashMap;
import java.util.Map;

/**
 * A validator that requires unique names for an agent's triggers and prefetch methods, because threads record these
 * names.
 */
final class UniqueMemberNameValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        Map<String, TriggerModel> triggers = new HashMap<>();
        for (TriggerModel trigger : agent.model().triggers()) {
            TriggerModel first = triggers.putIfAbsent(trigger.method(), trigger);
            if (first != null) {
                problems.add(
                        ProblemKind.NAME_TWICE,
                        trigger.source(),
                        Declaration.TRIGGER.with(trigger.method()),
                        trigger.method(),
                        NameOwner.TRIGGER);
            }
        }
        Map<String, PrefetchModel> prefetches = new HashMap<>();
        for (PrefetchModel prefetch : agent.model().prefetches()) {
            PrefetchModel first = prefetches.putIfAbsent(prefetch.name(), prefetch);
            if (first != null && agent.model().isOwn(prefetch.owner())) {
                problems.add(
                        ProblemKind.NAME_TWICE,
                        prefetch.source(),
                        Declaration.PREFETCH.with(prefetch.method()),
                        prefetch.name(),
                        NameOwner.PREFETCH.with(first.method()));
            } else if (first != null && !first.owner().equals(prefetch.owner())) {
                problems.add(
                        ProblemKind.TOOLKIT_CLASH,
                        prefetch.source(),
                        agent.name(),
                        prefetch.owner().simpleName(),
                        agent.owner(first.owner()),
                        ToolkitClash.PREFETCH.with(prefetch.name()));
            }
        }
    }
}
