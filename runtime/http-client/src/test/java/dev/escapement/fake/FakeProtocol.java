package dev.escapement.fake;

import java.util.List;

/** How one provider is spoken to: what it accepts and how it answers. One for each server; may keep what it sent. */
interface FakeProtocol {

    /** The provider's key, for all tests. */
    String KEY = "sk-fake-0123456789";

    /** What stands before the path of all addresses: what a client takes for the base. */
    String base();

    /** Where requests are posted to, base included. */
    String path();

    /** Refuses a request that the provider would refuse. */
    void check(ReceivedRequest request);

    /** A reply in one piece. */
    String whole(FakeReply reply, ReceivedRequest request, int number);

    /** The events of a reply in pieces, each with the empty line behind it. */
    List<String> stream(FakeReply reply, ReceivedRequest request, int number);

    /** The body of an error. */
    String error(int status, String message);

    /** The event that ends a stream when the provider fails in the middle of it. */
    String faultEvent();
}
