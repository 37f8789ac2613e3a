using Search.Answering.Training;
using Search.Tests.Retrieval;
using Search.Text;

namespace Search.Tests.Answering;

public sealed class SupportCalibrationTests
{
    [Fact]
    public void Calibration_moves_the_weights_from_what_was_trained_and_twice_gives_the_same()
    {
        var retriever = SampleArchive.Retriever(
            SampleArchive.Document("post", Language.Russian, "Почта на колёсах", "Закуплено 45 автомобилей. Первый маршрут откроется 11 мая 2021 г."),
            SampleArchive.Document("wifi", Language.Russian, "Интернет в пуще", "В пуще открыто 11 точек доступа. Сеанс длится два часа."));
        CalibrationQuestion[] questions = [new("Сколько автомобилей закуплено для почты?", true, "sample"), new("Сколько точек доступа открыто в пуще?", true, "sample"), new("Когда откроется первый маршрут?", true, "sample"), new("Сколько стоит билет на поезд в Гомель?", false, "sample"), new("Кто написал симфонию?", false, "sample")];
        var models = Directory.CreateTempSubdirectory("models");
        try
        {
            var file = Path.Combine(models.FullName, "support.tsv");
            using (var shipped = typeof(SupportCalibration).Assembly.GetManifestResourceStream("Search.Answering.Models.support.tsv")!)
            using (var copy = File.Create(file))
            {
                shipped.CopyTo(copy);
            }

            var before = Columns(file);
            var report = new StringWriter();
            SupportCalibration.Run([new CalibrationSet(retriever, questions)], models.FullName, report);
            var once = Columns(file);
            SupportCalibration.Run([new CalibrationSet(retriever, questions)], models.FullName, report);

            Assert.Equal(before.Select(row => (row[0], row[2], row[3])), once.Select(row => (row[0], row[2], row[3])));
            Assert.NotEqual(once.Select(row => row[3]), once.Select(row => row[1]));
            Assert.Equal(once.Select(row => row[1]), Columns(file).Select(row => row[1]));
            Assert.Contains("| threshold | sample: answerable declined | sample: unanswerable declined |", report.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            models.Delete(recursive: true);
        }
    }

    private static List<string[]> Columns(string file) => [.. File.ReadAllLines(file).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))];
}
