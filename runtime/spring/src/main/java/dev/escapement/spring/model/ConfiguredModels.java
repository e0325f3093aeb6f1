package dev.escapement.spring.model;

import dev.escapement.engine.AgentLoop;
import dev.escapement.internal.text.AgentPath;
import dev.escapement.model.Model;
import dev.escapement.spring.AgentModels;
import dev.escapement.spring.AgentSetupException;
import dev.escapement.spring.AgentSetupException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * The models of agents from properties and beans. Used by the auto-configuration.
 *
 * <p>The model of an agent is the first of: the entry or bean that {@code escapement.agents.<agent>.model} names; the entry
 * {@code default} of {@code escapement.models}, or its only entry; the only or primary bean of the first type that has
 * beans.
 */
public final class ConfiguredModels implements AgentModels, SmartInitializingSingleton {

    private static final String LOOP = "Loop";

    private final ModelEntries entries;
    private final Map<String, AgentSettings> agents;
    private final List<ModelBeans<?>> types;
    private final ListableBeanFactory beans;

    /**
     * Creates the models of agents.
     *
     * @param properties the entries and the selections
     * @param factories the factories of the providers
     * @param types the types of beans from which models are made, in the order of their priority
     * @param beans the beans, for the names of the agents
     */
    public ConfiguredModels(
            ModelProperties properties,
            List<ModelFactory> factories,
            List<ModelBeans<?>> types,
            ListableBeanFactory beans) {
        this.entries = new ModelEntries(properties.models(), List.copyOf(factories));
        this.agents = properties.agents();
        this.types = List.copyOf(types);
        this.beans = beans;
    }

    /**
     * {@inheritDoc}
     *
     * @throws AgentSetupException if the model is missing, ambiguous or invalid
     */
    @Override
    public Model model(AgentLoop loop) {
        Set<String> names = names(loop);
        for (Map.Entry<String, AgentSettings> agent : agents.entrySet()) {
            String selected = agent.getValue().model();
            if (selected != null
                    && !selected.isBlank()
                    && RelaxedNames.find(agent.getKey(), names).isPresent()) {
                return named(agent.getKey(), selected);
            }
        }
        return entries.defaultName().map(entries::model).orElseGet(() -> ofBeans(loop));
    }

    private Model named(String agent, String selected) {
        Optional<String> entry = RelaxedNames.find(selected, entries.names());
        if (entry.isPresent()) {
            return entries.model(entry.get());
        }
        Set<String> known = new LinkedHashSet<>(entries.names());
        for (ModelBeans<?> type : types) {
            if (type.names().contains(selected)) {
                return type.named(selected);
            }
            known.addAll(type.names());
        }
        throw new AgentSetupException(
                Reason.MODEL_INVALID,
                "The property escapement.agents." + agent + ".model selects " + selected
                        + ", which is neither an entry of escapement.models nor a bean with a model. Found " + found()
                        + ".",
                RelaxedNames.suggestion(selected, known, "Select one of:"));
    }

    private Model ofBeans(AgentLoop loop) {
        for (ModelBeans<?> type : types) {
            Optional<Model> unique = type.unique();
            if (unique.isPresent()) {
                return unique.get();
            }
            if (!type.names().isEmpty()) {
                throw new AgentSetupException(
                        Reason.MODEL_AMBIGUOUS,
                        "The agent " + loop.agent()
                                + " has several possible models, and none of them is primary. Found " + found() + ".",
                        "Mark one bean as @Primary, or select one with the property " + property(loop) + ".");
            }
        }
        throw entries.names().isEmpty()
                ? new AgentSetupException(
                        Reason.MODEL_MISSING,
                        "The agent " + loop.agent() + " does not have a model. Found " + found() + ".",
                        "Set " + ModelEntries.PREFIX
                                + "default.provider, .model and .api-key, or define a bean of the type "
                                + Model.class.getName() + ".")
                : new AgentSetupException(
                        Reason.MODEL_AMBIGUOUS,
                        "The agent " + loop.agent() + " has several possible models. Found " + found() + ".",
                        "Rename one entry to default, or select one with the property " + property(loop) + ".");
    }

    private String found() {
        return Stream.concat(Stream.of(entries.describe()), types.stream().map(ModelBeans::describe))
                .collect(Collectors.joining("; "));
    }

    private String property(AgentLoop loop) {
        return "escapement.agents." + names(loop).iterator().next() + ".model";
    }

    /**
     * Returns the names of an agent in properties: that of its bean, its simple name and its complete name. The loop of the
     * agent {@code refundDesk} has the name or alias {@code refundDeskLoop}.
     */
    private Set<String> names(AgentLoop loop) {
        Set<String> names = new LinkedHashSet<>();
        for (String bean : beans.getBeanNamesForType(loop.getClass())) {
            Stream.concat(Stream.of(bean), Stream.of(beans.getAliases(bean)))
                    .filter(name -> name.endsWith(LOOP))
                    .forEach(name -> names.add(name.substring(0, name.length() - LOOP.length())));
        }
        names.add(AgentPath.simpleName(loop.agent()));
        names.add(loop.agent());
        return names;
    }

    /**
     * Checks that all settings belong to agents.
     *
     * @throws AgentSetupException if a name does not belong to an agent
     */
    @Override
    public void afterSingletonsInstantiated() {
        if (agents.isEmpty()) {
            return;
        }
        List<String> shown = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        beans.getBeanProvider(AgentLoop.class).stream().forEach(loop -> {
            Set<String> all = names(loop);
            shown.add(all.iterator().next());
            names.addAll(all);
        });
        for (String agent : agents.keySet()) {
            if (RelaxedNames.find(agent, names).isEmpty()) {
                throw new AgentSetupException(
                        Reason.MODEL_INVALID,
                        "The property escapement.agents." + agent + " does not belong to an agent.",
                        RelaxedNames.suggestion(agent, shown, "The agents are:"));
            }
        }
    }
}
