package dev.escapement.server;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests with the signatures of providers, computed without the code under test. */
public final class SignedRequests {
    private SignedRequests() {}

    /** {@return a POST request with headers} */
    public static ServerRequest post(String target, byte[] body, Map<String, List<String>> headers) {
        Map<String, List<String>> all = new HashMap<>(headers);
        all.putIfAbsent("Content-Type", List.of("application/json"));
        all.putIfAbsent("Host", List.of("localhost"));
        return new ServerRequest(
                "POST",
                target,
                all,
                ByteBuffer.wrap(body),
                InetSocketAddress.createUnresolved("localhost", 4711),
                true);
    }

    /** {@return the headers of a delivery from Slack} */
    public static Map<String, List<String>> slack(String secret, Instant time, byte[] body) {
        byte[] mac = mac(secret.getBytes(StandardCharsets.UTF_8), "v0:" + time.getEpochSecond() + ":", body);
        return Map.of(
                "X-Slack-Request-Timestamp",
                List.of(String.valueOf(time.getEpochSecond())),
                "X-Slack-Signature",
                List.of("v0=" + HexFormat.of().formatHex(mac)));
    }

    /** {@return the headers of a delivery under Standard Webhooks, signed with each of the secrets} */
    public static Map<String, List<String>> standard(String id, Instant time, byte[] body, String... secrets) {
        StringBuilder signatures = new StringBuilder();
        for (String secret : secrets) {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            byte[] mac = mac(key, id + "." + time.getEpochSecond() + ".", body);
            signatures
                    .append(signatures.isEmpty() ? "v1," : " v1,")
                    .append(Base64.getEncoder().encodeToString(mac));
        }
        return Map.of(
                "webhook-id",
                List.of(id),
                "webhook-timestamp",
                List.of(String.valueOf(time.getEpochSecond())),
                "webhook-signature",
                List.of(signatures.toString()));
    }

    /** {@return headers of which one has other values} */
    public static Map<String, List<String>> with(Map<String, List<String>> headers, String name, String... values) {
        Map<String, List<String>> all = new HashMap<>(headers);
        all.put(name, List.of(values));
        return all;
    }

    private static byte[] mac(byte[] key, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
