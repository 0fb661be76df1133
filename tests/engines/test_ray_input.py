"""Bad input of runs on Ray: a line, and nothing is begun; no cluster is needed for it."""

import pytest
from typer.testing import CliRunner

from summarizer.cli.main import app
from summarizer.errors import BatchError
from tests.articles import BARE
from tests.engines.clusters import need_ray

pytestmark = pytest.mark.engines
pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
need_ray()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param("nowhere.parquet", "no Parquet file at", id="no file"),
        pytest.param("broken.parquet", "as Parquet", id="not Parquet"),
        pytest.param("other.parquet", "no column 'id'; it has 'url', 'body'", id="columns"),
    ],
)
def test_bad_input_is_a_line(tmp_path, given, said):
    """And exit code 1, before a cluster is looked for."""
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 is how it begins, and that is all")
    pq.write_table(pa.table({"url": ["u"], "body": ["b"]}), tmp_path / "other.parquet")
    options = ["--engine", "ray", "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--quiet"]
    ran = CliRunner().invoke(app, ["batch", str(tmp_path / given), str(tmp_path / "out"), *options])
    assert ran.exit_code == 1
    assert said in ran.stderr
    assert len(ran.stderr.splitlines()) == 1, ran.stderr


def test_a_cluster_that_is_not_there(tmp_path):
    """One line that names the address, and what to do; at once, not when Ray gives up."""
    given = tmp_path / "in.parquet"
    pq.write_table(pa.table({"id": ["a"], "text": [BARE]}), given)
    options = ["--engine", "ray", "--ray-address", "127.0.0.1:9", "--profile", "hosted", "--quiet"]
    options += ["--model", "m", "--base-url", "http://127.0.0.1:9/v1"]
    ran = CliRunner().invoke(app, ["batch", str(given), str(tmp_path / "out"), *options])
    assert ran.exit_code == 1
    [line] = ran.stderr.splitlines()
    assert "can be reached at '127.0.0.1:9'" in line
    assert "--ray-address" in line


def test_a_damaged_part_is_named(tmp_path):
    """Not taken for no rows, which would be asked about again."""
    from summarizer.engines.ray_rows import Output  # noqa: PLC0415 - of an extra

    output = Output(str(tmp_path))
    output.prepare()
    (tmp_path / "briefs" / "part-0.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(BatchError, match=r"part-0\.parquet.*move it away"):
        output.known(failed=True)


def test_the_status_of_what_is_no_out(tmp_path):
    """An address without briefs is named; a folder of another batch is shown as ever."""
    ran = CliRunner().invoke(app, ["status", f"file://{tmp_path}"])
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert "it has no briefs/part-*.parquet" in ran.stderr
