package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The inbox while a question is replaced by another one with the same thread and call, or the person changes. */
class ChangedQuestionTest extends InboxPages {
    private static final String RENEWED_HASH = "fedcba9876543210".repeat(4);

    /** Returns the approval of the call that is open already, as a new release requests it. */
    private static String renewed() {
        return approval("c1", "v2.0.0").replace(HASH, RENEWED_HASH).replace("T08:00:00Z", "T09:30:00Z");
    }

    private static String message(String text, String since) {
        return """
                {"path":[],"threadId":"chat","agent":"example.DeployBot","callId":"","kind":"MESSAGE",\
                "since":"%s","text":"%s","argumentsSha256":"","labels":{},"permitted":["message"]}""".formatted(since, text);
    }

    @Test
    void renewedApprovalHasAnotherRow() {
        open();

        inbox.ask(renewed());

        assertThat(page.locator(".list a")).containsText("Deploy v2.0.0 to production?");
        assertThat(status()).containsText("1 new question.");
    }

    @Test
    void renewedApprovalClosesThePanel() {
        open();

        inbox.ask(renewed());

        assertThat(alert()).containsText("asked again");
        assertThat(button("Approve")).isDisabled();
    }

    @Test
    void renewedApprovalIsDecidedWithItsHash() {
        open();
        inbox.ask(renewed());
        page.locator(".list a").getByText("v2.0.0").click();
        assertThat(page.locator("article")).containsText("Deploy v2.0.0 to production?");
        button("Approve").click();

        assertThat(status()).containsText("Approved");
        assertEquals(RENEWED_HASH, decision().get("argumentsSha256").getAsString());
    }

    @Test
    void textForAnEarlierMessageIsNotSent() {
        inbox.decide("c1", "approved", "bob");
        inbox.ask(message("Which tag?", "2026-11-30T09:00:00Z"));
        page.navigate(inbox.uri().toString());
        page.getByLabel("Your message").fill("v1.4.2");

        inbox.ask(message("Which region?", "2026-11-30T10:00:00Z"));

        assertThat(alert()).containsText("asked again");
        page.keyboard().press("Control+Enter");
        assertThat(page.getByLabel("Your message")).hasValue("v1.4.2");
        assertEquals(List.of(), inbox.decisions());
    }

    @Test
    void decisionOfAnotherPersonIsNotSent() {
        open();
        inbox.signedInAs("bob");

        button("Approve").click();
        assertThat(alert()).containsText("signed in as bob");
        button("Approve").click();
        assertThat(alert()).containsText("signed in as bob");

        assertEquals(List.of(), inbox.decisions());
    }

    @Test
    void reloadedPageDecidesAsTheOtherPerson() {
        open();
        inbox.signedInAs("bob");
        page.reload();
        assertThat(page.getByText("bob", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve"))
                .click();

        assertThat(status()).containsText("Approved");
    }
}
