package dev.escapement.spring.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Model;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.spring.AgentModels;
import dev.escapement.spring.AgentSetupException;
import dev.escapement.spring.autoconfigure.ModelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Missing, ambiguous and invalid models. */
class ModelFailuresTest {

    private static final String KEY = "sk-test-0123456789abcdef";

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ModelAutoConfiguration.class))
            .withBean("refundDeskLoop", StubLoop.class, "shop.RefundDesk");

    private static Model model(AgentModels models) {
        return models.model(new StubLoop("shop.RefundDesk"));
    }

    /** Returns the message of the exception that the model of the agent results in. */
    private static String failure(ApplicationContextRunner runner) {
        String[] message = new String[1];
        runner.run(started -> {
            try {
                message[0] = "no failure: "
                        + model(started.getBean(AgentModels.class)).info();
            } catch (AgentSetupException e) {
                message[0] = e.getMessage();
            } catch (IllegalStateException e) { // the context did not start
                message[0] = started.getStartupFailure().getMessage();
            }
        });
        return message[0];
    }

    @Test
    void missingKeyIsNamed() {
        assertEquals(
                "The property escapement.models.default.api-key is missing. Set it, or escapement.models.default.base-url"
                        + " for a server without a key.",
                failure(context.withPropertyValues(
                        "escapement.models.default.provider=openai", "escapement.models.default.model=m")));
    }

    @Test
    void missingModelIsNamed() {
        assertTrue(failure(context.withPropertyValues("escapement.models.default.provider=openai"))
                .startsWith("The property escapement.models.default.model is missing."));
    }

    @Test
    void missingProviderListsProviders() {
        assertEquals(
                "The property escapement.models.default.provider is missing. Set it to one of the providers: anthropic,"
                        + " gemini, openai.",
                failure(context.withPropertyValues("escapement.models.default.model=m")));
    }

    @Test
    void unresolvedPlaceholderIsNotSent() {
        assertTrue(failure(context.withPropertyValues(
                        "escapement.models.default.provider=openai",
                        "escapement.models.default.model=m",
                        "escapement.models.default.api-key=${ESCAPEMENT_TEST_KEY}"))
                .startsWith("The property escapement.models.default.api-key refers to ESCAPEMENT_TEST_KEY, which is not"
                        + " set."));
    }

    @Test
    void similarProviderIsSuggested() {
        assertEquals(
                "The provider anthropik of escapement.models.default.provider is unknown. Did you mean anthropic?",
                failure(context.withPropertyValues(
                        "escapement.models.default.provider=anthropik", "escapement.models.default.model=m")));
    }

    @Test
    void absentClientNamesItsArtifact() {
        assertEquals(
                "The client for escapement.models.default with the provider gemini is not on the class path. Add the"
                        + " dependency dev.escapement:escapement-gemini.",
                failure(context.withClassLoader(new FilteredClassLoader("dev.escapement.gemini"))
                        .withPropertyValues(
                                "escapement.models.default.provider=gemini", "escapement.models.default.model=m")));
    }

    @Test
    void invalidSettingNamesTheEntry() {
        String message = failure(context.withPropertyValues(
                "escapement.models.default.provider=openai",
                "escapement.models.default.model=m",
                "escapement.models.default.api-key=" + KEY,
                "escapement.models.default.retries=-1"));
        assertTrue(
                message.startsWith("The settings of the model default are not valid: ")
                        && message.endsWith("Correct the properties that begin with escapement.models.default."),
                message);
    }

    @Test
    void invalidKeyIsNotQuoted() {
        String message = failure(context.withPropertyValues(
                "escapement.models.default.provider=openai",
                "escapement.models.default.model=m",
                "escapement.models.default.api-key=sk test secret"));
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void unknownSelectionSuggestsAnEntry() {
        assertEquals(
                "The property escapement.agents.refund-desk.model selects chaep, which is neither an entry of"
                        + " escapement.models nor a bean with a model. Found entries of escapement.models: cheap, good; beans"
                        + " of the type Model: none. Did you mean cheap?",
                failure(context.withPropertyValues(
                        "escapement.models.cheap.model=m",
                        "escapement.models.good.model=m",
                        "escapement.agents.refund-desk.model=chaep")));
    }

    @Test
    void settingsOfAnUnknownAgentFail() {
        assertEquals(
                "The property escapement.agents.refund-dsk does not belong to an agent. Did you mean refundDesk?",
                failure(context.withPropertyValues("escapement.agents.refund-dsk.model=x")));
    }

    @Test
    void severalEntriesNeedADefault() {
        assertEquals(
                "The agent shop.RefundDesk has several possible models. Found entries of escapement.models: cheap, good;"
                        + " beans of the type Model: none. Rename one entry to default, or select one with the property"
                        + " escapement.agents.refundDesk.model.",
                failure(context.withPropertyValues(
                        "escapement.models.cheap.model=m", "escapement.models.good.model=m")));
    }

    @Test
    void nothingConfiguredNamesTheProperties() {
        assertEquals(
                "The agent shop.RefundDesk does not have a model. Found entries of escapement.models: none; beans of the"
                        + " type Model: none. Set escapement.models.default.provider, .model and .api-key, or define a bean"
                        + " of the type dev.escapement.model.Model.",
                failure(context));
    }

    @Test
    void keyOfTheSelectedEntryIsRequired() {
        assertTrue(failure(context.withPropertyValues(
                        "escapement.models.a.provider=openai",
                        "escapement.models.a.model=m",
                        "escapement.models.b.provider=openai",
                        "escapement.models.b.model=m",
                        "escapement.agents.refundDesk.model=b"))
                .contains("escapement.models.b.api-key"));
    }

    @Test
    void modelWithoutAPriceFails() {
        assertTrue(failure(context.withBean(
                                PriceTable.class, () -> PriceTable.EMPTY.with("other", Prices.perMillion("1", "2")))
                        .withPropertyValues(
                                "escapement.models.default.provider=openai",
                                "escapement.models.default.model=m",
                                "escapement.models.default.api-key=" + KEY))
                .startsWith("The settings of the model default are not valid: "));
    }
}
