package dev.anycarrier.testkit.conformance.live;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of a real account, and what came of it.
 *
 * @param provider the carrier's identifier
 * @param account the account
 * @param requestsBefore how many requests were sent before the first question
 * @param descriptorBefore what the provider said of itself before the first question
 * @param questions every question
 * @param afterClosing how a question ended that was asked when the account was closed
 * @param requestsAfter how many requests were sent after it was closed
 */
record LiveTrial(
        String provider,
        CarrierAccount account,
        int requestsBefore,
        ProviderDescriptor descriptorBefore,
        List<Question> questions,
        Optional<UsageException> afterClosing,
        int requestsAfter) {

    List<UsageReport> reports() {
        return questions.stream()
                .flatMap(question -> question.report().stream())
                .toList();
    }
}
