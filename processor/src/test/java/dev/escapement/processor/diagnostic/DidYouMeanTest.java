package dev.escapement.processor.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {

    private static final List<String> NAMES = List.of("IssueRefund", "LookUpOrder", "CloseCase", "Ask");

    @Test
    void aNameWithATypingErrorIsMeant() {
        assertEquals(" (did you mean IssueRefund?)", DidYouMean.among("IsueRefund", NAMES));
        assertEquals(" (did you mean LookUpOrder?)", DidYouMean.among("LookupOrders", NAMES));
    }

    @Test
    void aNameWithTheSameWordsInAnotherOrderIsMeant() {
        assertEquals(" (did you mean IssueRefund?)", DidYouMean.among("RefundIssue", NAMES));
    }

    @Test
    void aNameThatIsFarFromAllIsNotGuessed() {
        assertEquals("", DidYouMean.among("CancelOrder", NAMES));
        assertEquals("", DidYouMean.among("Go", NAMES));
        assertEquals("", DidYouMean.among("IssueRefund", List.of()));
    }

    @Test
    void theClosestIsMeantAndTheFirstOfEquals() {
        assertEquals(" (did you mean CloseCase?)", DidYouMean.among("CloseCases", List.of("CloseCas", "CloseCase")));
        assertEquals(" (did you mean CaseA?)", DidYouMean.among("CaseX", List.of("CaseA", "CaseB")));
    }
}
