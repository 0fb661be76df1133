"""A batch's questions asked through the batches of a provider: half the price, and up to a day.

The ordinary pipeline runs over the articles again and again. A question that has no reply yet goes into
a file of requests, and its article waits. When the provider has answered, the next pass finds the reply and
checks it. What fails is asked again: that is the next round. So every answer is checked, stored and written
as in an ordinary run.

opening       the model, the batches of its provider, the journal
rounds        submit, wait, collect, write briefs; until nothing waits
├── submit    a file becomes a batch, once, wherever the submitter was killed
├── collect   the results of a batch are stored, each paid for once
├── replies   the pipeline's requests: answered from the store, or written down
├── spool     files of requests, within the provider's limits
└── ledger    the tables in the journal
"""

from summarizer.engines.provider_batch.ledger import refuse_open_batches
from summarizer.engines.provider_batch.opening import work_by_batches
from summarizer.engines.provider_batch.rounds import Via

__all__ = ["Via", "refuse_open_batches", "work_by_batches"]
