package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The actions on a whole thread, which the server permits. */
class ThreadActionsPageTest extends InspectorPages {

    @Test
    void stopSendsTheReason() {
        openThread(FakeApi.WAITING);
        button("Stop the thread…").click();
        page.getByLabel("Reason").fill("Wrong tag");
        button("Stop the thread").click();

        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertEquals(
                List.of("api/threads/waiting-1/decisions {\"type\":\"cancel\",\"reason\":\"Wrong tag\"}"),
                fake.api.posted);
    }

    @Test
    void forkCopiesTheSelectedEvent() {
        openThread(FakeApi.DEPLOYMENT);
        title(5).click();
        button("Fork after this event").click();

        page.waitForURL(url -> url.endsWith("#waiting-1"));
        assertEquals(List.of("api/threads/deployment%201%2Fa/fork {\"position\":6}"), fake.api.posted);
    }

    @Test
    void readerSeesNoActions() {
        fake.api.permitted = "";
        openThread(FakeApi.WAITING);
        page.getByText("The stored event").waitFor();

        assertThat(page.getByText("Stop the thread")).hasCount(0);
        assertThat(page.getByText("Fork after")).hasCount(0);
    }

    @Test
    void messageIsSent() {
        openThread(FakeApi.WAITING);
        button("Send a message…").click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message"))
                .fill("Hurry");
        button("Send").click();

        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertEquals(
                List.of("api/threads/waiting-1/decisions {\"type\":\"message\",\"text\":\"Hurry\"}"), fake.api.posted);
    }

    @Test
    void onlyPermittedActionsAreOffered() {
        fake.api.permitted = "\"extend\"";
        openThread(FakeApi.WAITING);

        assertThat(button("Extend the budget…")).isVisible();
        assertThat(button("Stop the thread…")).hasCount(0);
    }
}
