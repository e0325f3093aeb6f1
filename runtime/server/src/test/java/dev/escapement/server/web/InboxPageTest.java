package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list, the panel and the connection of the inbox. */
class InboxPageTest extends InboxPages {

    @Test
    void approvalSendsOnlyTheHash() {
        open();
        button("Approve").click();

        assertThat(status()).containsText("Approved");
        assertEquals(json("{\"type\":\"approve\",\"callId\":\"c1\",\"argumentsSha256\":\"HASH\"}"), decision());
    }

    @Test
    void refusalSendsTheReason() {
        open();
        page.keyboard().press("r");
        page.keyboard().type("Not on a Friday.");
        page.keyboard().press("Control+Enter");

        assertThat(status()).containsText("Refused");
        assertEquals("Not on a Friday.", decision().get("reason").getAsString());
    }

    @Test
    void keyAFocusesButDoesNotApprove() {
        open();
        page.keyboard().press("a");

        assertThat(button("Approve")).isFocused();
        assertEquals(List.of(), inbox.decisions());
    }

    @Test
    void draftSurvivesNewQuestions() {
        open();
        page.keyboard().press("r");
        page.keyboard().type("Because");
        inbox.ask(reply("c2"));

        assertThat(status()).containsText("1 new question.");
        page.keyboard().type(" of tests.");
        assertThat(page.getByLabel("Reason for the refusal")).hasValue("Because of tests.");
    }

    @Test
    void otherPersonsDecisionIsASentence() {
        open();
        page.keyboard().press("r");
        page.keyboard().type("Not today");
        inbox.decide("c1", "approved", "Bob");

        assertThat(alert()).containsText("Bob approved this");
        assertThat(page.getByLabel("Reason for the refusal")).hasValue("Not today");
        assertThat(button("Next question")).isVisible();
    }

    @Test
    void conflictIsASentence() {
        open();
        inbox.signedIn(false); // The page cannot learn of the change before it sends.
        inbox.decide("c1", "approved", "Bob");
        assertThat(button("Continue")).isVisible();
        inbox.signedIn(true);
        button("Approve").click();

        assertThat(alert()).containsText("Bob approved this");
        assertThat(button("Approve")).isDisabled();
    }

    @Test
    void endedSessionKeepsTheDraft() {
        open();
        page.keyboard().press("r");
        page.keyboard().type("Not today");
        inbox.signedIn(false);
        page.keyboard().press("Control+Enter");

        assertThat(page.getByText("Your session has ended")).isVisible();
        inbox.signedIn(true);
        button("Continue").click();
        assertThat(page.getByText("Your session has ended")).isHidden();
        assertThat(page.getByLabel("Reason for the refusal")).hasValue("Not today");
    }

    @Test
    void decisionFollowsARestart() {
        open();
        inbox.stop();
        assertThat(page.getByText("The server does not answer")).isVisible();
        inbox.start();
        assertThat(page.getByText("The server does not answer")).isHidden();
        button("Approve").click();

        assertThat(status()).containsText("Approved");
    }

    @Test
    void tokenLeavesTheAddressBar() {
        inbox.signedIn(false); // Without a session, nothing else changes the address.
        page.navigate(inbox.uri() + "#t=secret");

        assertThat(page.getByText("You are not signed in.")).isVisible();
        assertThat(page).hasURL(inbox.uri().toString());
    }

    @Test
    void linkOpensItsQuestion() {
        inbox.ask(reply("c2"));
        page.navigate(inbox.uri() + "#deploy%202/c2");

        assertThat(heading("Question: ask")).isVisible();
    }

    @Test
    void keysMoveThroughTheList() {
        inbox.ask(reply("c2"));
        open();
        page.keyboard().press("j");
        assertThat(heading("Question: ask")).isVisible();
        page.keyboard().press("ArrowUp");

        assertThat(heading("Approve deploy_to_production?")).isVisible();
    }

    @Test
    void helpListsTheKeys() {
        open();
        page.keyboard().press("?");

        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Approve");
        TestBrowser.assertAccessible(page);
    }

    @Test
    void phoneShowsListThenQuestion() {
        page.context().close();
        page = browser.person(390, 844, ColorScheme.DARK);
        page.navigate(inbox.uri().toString());
        page.getByText("Deploy v1.4.2 to production?").click();
        assertThat(button("Approve")).isVisible();
        TestBrowser.assertAccessible(page);
        button("Back to the list").click();

        assertThat(button("Approve")).isHidden();
        assertFalse((Boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth"));
    }

    @Test
    void stylesAreAccessibleInBothSchemes() {
        open();
        TestBrowser.assertAccessible(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        TestBrowser.assertAccessible(page);
    }
}
