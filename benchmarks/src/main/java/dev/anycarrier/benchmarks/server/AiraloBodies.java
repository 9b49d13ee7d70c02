package dev.anycarrier.benchmarks.server;

/** What Airalo answers, in its documents' form. */
public final class AiraloBodies {

    /** A balance of three buckets. */
    public static final String USAGE = """
            {
                "data": {
                    "remaining": 767,
                    "total": 2048,
                    "expired_at": "2099-01-01 00:00:00",
                    "is_unlimited": false,
                    "status": "ACTIVE",
                    "remaining_voice": 42,
                    "remaining_text": 18,
                    "total_voice": 120,
                    "total_text": 100
                },
                "meta": {
                    "message": "success"
                }
            }
            """;

    /** A token that outlives every measurement. */
    public static final String TOKEN = """
            {"data":{"token_type":"Bearer","expires_in":31622400,"access_token":"a-token-of-no-value"},\
            "meta":{"message":"success"}}
            """;

    private AiraloBodies() {}
}
