package dev.escapement.http.client;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A classifier of errors that report a used-up balance or quota of the account. A retry is then useless. */
final class BillingFault {

    private static final int PAYMENT_REQUIRED = 402;
    private static final int TOO_MANY_REQUESTS = 429;

    private static final Set<String> CODES = Set.of(
            "insufficient_quota",
            "insufficient_balance",
            "insufficient_credits",
            "insufficient_user_quota",
            "insufficient_funds",
            "billing_error",
            "billing_hard_limit_reached",
            "billing_not_active",
            "budget_exceeded",
            "exceeded_current_quota_error",
            "payment_required",
            "arrearage",
            "accountoverdueerror");

    /** The codes by which Zhipu reports a locked account and a used-up balance with the status 429. */
    private static final Set<String> RATE_LIMIT_CODES = Set.of("1112", "1113");

    private static final List<String> PHRASES = List.of(
            "insufficient balance",
            "insufficient credit",
            "insufficient funds",
            "insufficient quota",
            "insufficient account balance",
            "credit balance is too low",
            "not enough credit",
            "out of credits",
            "no credits",
            "requires more credits",
            "used all available credits",
            "billing hard limit",
            "billing is not active",
            "account is not active",
            "payment required",
            "overdue payment",
            "balance insufficient",
            "balance is insufficient",
            "reached its monthly spending limit",
            "requires billing to be enabled",
            "account suspended",
            "account has been suspended",
            "account is suspended",
            "subscription has been disabled",
            "api calls / month",
            "in arrears",
            "余额", // balance
            "额度已用", // the quota is used up
            "额度不足", // the quota is not sufficient
            "欠费", // in arrears
            "充值"); // top up

    /** The beginnings of messages that are billing faults with any status of 4xx, or of an error in a stream. */
    private static final List<String> SENTENCES = List.of(
            "account suspended",
            "balance insufficient",
            "billing hard limit",
            "budget has been exceeded",
            "insufficient account balance",
            "insufficient balance",
            "insufficient credit",
            "insufficient funds",
            "insufficient quota",
            "organization has been restricted",
            "payment required",
            "your account is not active",
            "your credit balance is too low");

    /** The phrases that also occur in errors about a rate limit, which contain a delay. */
    private static final List<String> AMBIGUOUS = List.of("exceeded your current quota", "check your plan and billing");

    private BillingFault() {}

    /** Returns whether an error of a response with this status is a billing fault. */
    static boolean is(int status, ErrorBody error, boolean hasDelay) {
        if (status == PAYMENT_REQUIRED
                || error.status() == PAYMENT_REQUIRED
                || CODES.contains(error.code().toLowerCase(Locale.ROOT))
                || error.names().stream().anyMatch(name -> CODES.contains(name.toLowerCase(Locale.ROOT)))
                || (status == TOO_MANY_REQUESTS && RATE_LIMIT_CODES.contains(error.code()))) {
            return true;
        }
        String message = error.message().toLowerCase(Locale.ROOT).strip();
        if (!isBillingStatus(error.status() == 0 ? status : error.status())) {
            return status < 500 && error.status() < 500 && SENTENCES.stream().anyMatch(message::startsWith);
        }
        return PHRASES.stream().anyMatch(message::contains)
                || (!hasDelay
                        && !TemporaryFault.isName(error.code())
                        && AMBIGUOUS.stream().anyMatch(message::contains));
    }

    /** Returns whether providers report billing faults with a status. Other errors may quote the conversation. */
    private static boolean isBillingStatus(int status) {
        return switch (status) {
            case PAYMENT_REQUIRED, 403, 429 -> true;
            default -> false;
        };
    }
}
